package quotation

import "testing"

func TestFind_Partial(t *testing.T) {
	check(t, []row{
		{"partial inside reported speech", `Anna Berg said the city was “not safe at all.”`, []string{`mixed [the city was “not safe at all.”] Anna Berg`, `direct partial [“not safe at all.”] Anna Berg`}},
		{"partial with that", `Anna Berg said that the city was “not safe.”`, []string{`mixed [that the city was “not safe.”] Anna Berg`, `direct partial [“not safe.”] Anna Berg`}},
		{"two partials of one speaker", `Anna Berg said the city was “not safe” and the army “too slow.”`, []string{`mixed [the city was “not safe” and the army “too slow.”] Anna Berg`, `direct partial [“not safe”] Anna Berg`, `direct partial [“too slow.”] Anna Berg`}},
		{"described as", `Anna Berg described the plan as “very good.”`, []string{`mixed [the plan as “very good.”] Anna Berg`, `direct partial [“very good.”] Anna Berg`}},
		{"called", `Anna Berg called the plan “very good.”`, []string{`mixed [the plan “very good.”] Anna Berg`, `direct partial [“very good.”] Anna Berg`}},
		{"dismissed as", `The ministry dismissed the report as “false and made up.”`, []string{`mixed [the report as “false and made up.”] ministry`, `direct partial [“false and made up.”] ministry`}},
		{"warned of", `Anna Berg warned of a “long winter.”`, []string{`mixed [of a “long winter.”] Anna Berg`, `direct partial [“long winter.”] Anna Berg`}},
		{"participle expressing", `Anna Berg met the army, expressing “great hope.”`, []string{`direct partial [“great hope.”] Anna Berg`}},
		{"participle promising after a report", `Lund responded by saying that they would go, promising “a safe road.”`, []string{`indirect [that they would go] Lund`, `direct partial [“a safe road.”] Lund`}},
		{"participle chain", `Anna Berg met the army, saying it was slow, adding that it was “too late” and calling for help.`, []string{`indirect [it was slow] Anna Berg`, `mixed [that it was “too late”] Anna Berg`, `direct partial [“too late”] Anna Berg`, `indirect [help] Anna Berg`}},
		{"subject with an apposition, participle far off", `Karl Lund, deputy head of the council, took another view, warning that they would be “left alone.”`, []string{`mixed [that they would be “left alone.”] Karl Lund`, `direct partial [“left alone.”] Karl Lund`}},
		{"he said she thought: whose words", `Anna Berg said she thought the plan was “very good.”`, []string{`mixed [she thought the plan was “very good.”] Anna Berg`, `direct partial [“very good.”] Anna Berg`}},
		{"of two reports the nearer says", `Lund said that Anna Berg had called the plan “very good.”`, []string{`mixed [that Anna Berg had called the plan “very good.”] Lund`, `direct partial [“very good.”] Anna Berg`}},
		{"a scare quote has no speaker", `The army's presentation of the march as a “gesture of goodwill” could help.`, []string{`direct partial scare [“gesture of goodwill”] -`}},
		{"a word of irony is no quote", `The so-called “experts” were late.`, nil},
		{"a title of a film is no quote", `The film “Winter Road Home” opened on Friday.`, nil},
		{"a title after a possessive is no quote", `She spoke on Radio Oldport's “Morning Hour.”`, nil},
		{"a nickname is no quote", `Robert “Bob” Lund won the race.`, nil},
		{"a single quoted word beside a cue", `Anna Berg called him “slow.”`, []string{`mixed [him “slow.”] Anna Berg`, `direct partial [“slow.”] Anna Berg`}},
		{"a quoted verb phrase", `Anna Berg vowed to “fight on.”`, []string{`direct partial [“fight on.”] Anna Berg`}},
		{"quoted words as the subject", `“Slow and late” is how Anna Berg described the army.`, []string{`direct [“Slow and late”] Anna Berg`, `indirect [the army] Anna Berg`}},
		{"passive: was called by", `The plan was called “very good” by Anna Berg.`, []string{`direct partial [“very good”] Anna Berg`}},
		{"what she called", `Lund spoke of what Anna Berg called “a dark day.”`, []string{`mixed [what Anna Berg called “a dark day.”] Lund`, `direct partial [“a dark day.”] Anna Berg`}},
		{"quoted as saying", `Anna Berg was quoted as saying that the city was “not safe.”`, []string{`mixed [that the city was “not safe.”] Anna Berg`, `direct partial [“not safe.”] Anna Berg`}},
		{"did not say", `Anna Berg did not say it was “safe.”`, []string{`direct partial [“safe.”] Anna Berg`}},
		{"possessive without a verb of speech", `Anna Berg's “new road” plan failed.`, []string{`direct partial [“new road”] Anna Berg`}},
		{"a class called is no quote of a person", `He took a class called “Winter Roads.”`, nil},
	})
}
