package quotation

import (
	"strings"
	"testing"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
)

func TestFind_Speakers(t *testing.T) {
	check(t, []row{
		{"pronoun goes to the subject before, not the nearest name", `Karl Lund urged Peter Holm to wait. He called the plan “too fast.”`, []string{`indirect [to wait] Karl Lund`, `mixed [the plan “too fast.”] Karl Lund`, `direct partial [“too fast.”] Karl Lund`}},
		{"pronoun by gender", `Anna Berg met Karl Lund. “We will stay,” she said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"he after she", `Anna Berg met Karl Lund. “We will stay,” he said.`, []string{`direct [“We will stay,”] Karl Lund`}},
		{"he inside the same sentence", `Karl Lund said he would stay, though he warned that it was “late.”`, []string{`indirect [he would stay] Karl Lund`, `mixed [that it was “late.”] Karl Lund`, `direct partial [“late.”] Karl Lund`}},
		{"role of a person named before", `Oldland President Karl Lund met Peter Holm. The Oldland president said “no.”`, []string{`direct partial [“no.”] Karl Lund`}},
		{"what a person is, behind the name, is nobody else", `The bill has doubled, said Karl Lund, an engineer at the port. He called the plan “a chain of links”.`,
			[]string{`indirect [The bill has doubled] Karl Lund`, `mixed [the plan “a chain of links”] Karl Lund`, `direct partial [“a chain of links”] Karl Lund`}},
		{"a first name that tells no sex, in the paragraph before", "Adaeze Obi tried three times. A boat sank.\n\n“I can still hear them,” he says.", []string{`direct [“I can still hear them,”] Adaeze Obi`}},
		{"one word that acts at the head of the paragraph", "Our reporter Karl Lund writes from Oldport.\n\nGrovas voted at noon. “I hope so,” he said.", []string{`direct [“I hope so,”] Grovas`}},
		{"a surname alone", `Mayor Anna Berg came. “We will stay,” Berg said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"Mrs and Mr of one surname", `Anna Berg and Karl Berg came. “We will stay,” Mrs. Berg said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"spelling variants are one", `President Oleksandr Hrynskyi spoke. “We will stay,” Hrynsky said.`, []string{`direct [“We will stay,”] Oleksandr Hrynskyi`}},
		{"who stands for the name before", `Anna Berg, who said “we will stay,” went home.`, []string{`direct partial [“we will stay,”] Anna Berg`}},
		{"a spokesman for somebody is not somebody", `“We will stay,” a spokesman for Anna Berg said.`, []string{`direct [“We will stay,”] spokesman for Anna Berg`}},
		{"somebody's lawyer is not somebody", `“We will stay,” Anna Berg's lawyer said.`, []string{`direct [“We will stay,”] Anna Berg's lawyer`}},
		{"the campaign is not the person", `“We will stay,” the Berg campaign said.`, []string{`direct [“We will stay,”] Berg campaign`}},
		{"an organisation", `“We will stay,” the Ministry of Roads said.`, []string{`direct [“We will stay,”] Ministry of Roads`}},
		{"an agency", `“We will stay,” Reuters reported.`, []string{`direct [“We will stay,”] Reuters`}},
		{"a body in small letters", `“We will stay,” the ministry said.`, []string{`direct [“We will stay,”] ministry`}},
		{"officials", `“We will stay,” officials said.`, []string{`direct [“We will stay,”] officials`}},
		{"nobody named", `“We will stay,” a man said.`, []string{`direct [“We will stay,”] man`}},
		{"a title in capitals before the name", `“We will stay,” Foreign Minister Karl Lund said.`, []string{`direct [“We will stay,”] Karl Lund`}},
		{"a role in small letters before the name", `“We will stay,” special envoy Karl Lund said.`, []string{`direct [“We will stay,”] Karl Lund`}},
		{"a role and apposition before", `The army's chief, Karl Lund, said “we will stay.”`, []string{`direct [“we will stay.”] Karl Lund`}},
		{"the name after what she is head of", `The head of the port, Jeff Frazer, says the gate works.`, []string{`indirect [the gate works] Jeff Frazer`}},
		{"the mayor and her name are one", `The mayor, Rui Pires, left. “We will stay,” the mayor said.`, []string{`direct [“We will stay,”] Rui Pires`}},
		{"two names after what they are", `His lawyers, Carl Green and Rita Jones, have said they might leave.`, []string{`indirect [they might leave] Carl Green`}},
		{"a party and MP before the name", `“We will stay,” Labour MP Lucia Berg said.`, []string{`direct [“We will stay,”] Lucia Berg`}},
		{"an office for this and that", `“It is late,” said Secretary for Women and Equalities Nadia Moor.`, []string{`direct [“It is late,”] Nadia Moor`}},
		{"the judge, Mr Justice", `“I am sorry,” the judge, Mr Justice Macaulay, said.`, []string{`direct [“I am sorry,”] Macaulay`}},
		{"a surname that is a month", `Mrs May praised the “close work” of both towns. “We agreed,” May said.`, []string{`mixed [the “close work” of both towns] May`, `direct partial [“close work”] May`, `direct [“We agreed,”] May`}},
		{"last night before the name", `Last night Karim Holm, an official, said he was worried.`, []string{`indirect [he was worried] Karim Holm`}},
		{"a surname that is a kind of place", `Hugo Hall, a doctor in Leeds, said: “They need care.” “It is late,” he added.`, []string{`direct [“They need care.”] Hugo Hall`, `direct [“It is late,”] Hugo Hall`}},
		{"a nickname is no quote and parts no name", `“We hear it,” said Raul “Rocky” Mendel, who sells fruit.`, []string{`direct [“We hear it,”] Raul Mendel`}},
		{"goes by the name is no quote", `“It makes no sense,” said a man who goes by the name “Shorty.”`, []string{`direct [“It makes no sense,”] man`}},
		{"she is who spoke before, whatever her name tells", `Anna Berg saw the smoke. “We left,” said Åsa Björk. “It was quick,” she added.`, []string{`direct [“We left,”] Åsa Björk`, `direct [“It was quick,”] Åsa Björk`}},
		{"she is still who spoke before, in the next paragraph", "Anna Berg saw the smoke. “We left,” said Åsa Björk.\n\n“It was quick,” she told us.", []string{`direct [“We left,”] Åsa Björk`, `direct [“It was quick,”] Åsa Björk`}},
		{"he is not the woman who spoke before", `Karl Lund came. “We left,” said Anna Berg. “It was quick,” he added.`, []string{`direct [“We left,”] Anna Berg`, `direct [“It was quick,”] Karl Lund`}},
		{"a woman named since is she", `“We left,” said Åsa Björk. Anna Berg ran. “It was quick,” she added.`, []string{`direct [“We left,”] Åsa Björk`, `direct [“It was quick,”] Anna Berg`}},
		{"I'm is nobody", `I'm saying that it is late.`, nil},
		{"Mr and the full name are one", `Vladimir Holm came. “We will stay,” Mr Holm said.`, []string{`direct [“We will stay,”] Vladimir Holm`}},
		{"two people at once", `“We will stay,” Anna Berg and Karl Lund said.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"an office with a department before the name", `US Secretary of State Karl Lund said that it rained.`, []string{`indirect [that it rained] Karl Lund`}},
		{"the mayor, named after", `“We will stay,” said the mayor, Anna Berg.`, []string{`direct [“We will stay,”] Anna Berg`}},
		{"he, and nobody whom it could be", `He said “we will stay.”`, []string{`direct [“we will stay.”] -`}},
		{"whose view it is", `For President Karl Lund, Oldland is “a neighbour that never sleeps.”`, []string{`direct partial [“a neighbour that never sleeps.”] Karl Lund`}},
		{"a trail of links is no quote", "Home › World › Storms\n\nOfficials said the river had risen.", []string{`indirect [the river had risen] Officials`}},
		{"marks of guillemets that point inwards", `»Wir bleiben«, said Anna Berg.`, []string{`direct [»Wir bleiben«] Anna Berg`}},
		{"an interview in turns", "Anna Berg met us.\n\nQ: Will you stay?\n\nA: We will stay.", []string{`indirect [Will you stay?] -`, `indirect [We will stay.] Anna Berg`}},
		{"labels that lead elsewhere are nobody", "READ MORE: Ferry sinks\n\nThe road is shut.\n\nWATCH: Crews clear the road\n\nIt snowed.\n\nREAD MORE: Bus late", nil},
		{"headings of a market report are nobody", "ENERGY: Crude fell 41 cents.\n\nKEEPING SCORE: The index rose.\n\nCURRENCIES: The dollar fell.\n\nTHE DAY IN ASIA: Shares rose.", nil},
		{"a label keeps no paragraph from its speaker", "“It is late,” Anna Berg said.\n\nREAD MORE: Ferry sinks\n\n“It is dark,” she said.\n\nWATCH: A ferry\n\nREAD MORE: A bus", []string{`direct [“It is late,”] Anna Berg`, `direct [“It is dark,”] Anna Berg`}},
		{"labels of roles are speakers", "MODERATOR: Good evening.\n\nBERG: Good evening.\n\nMODERATOR: Will you stay?", []string{`indirect [Good evening.] MODERATOR`, `indirect [Good evening.] BERG`, `indirect [Will you stay?] MODERATOR`}},
		{"an interview with names in small letters", "Anna Berg came.\n\nReporter: What now?\n\nBerg: We will stay.\n\nReporter: And then?", []string{`indirect [What now?] Reporter`, `indirect [We will stay.] Anna Berg`, `indirect [And then?] Reporter`}},
		{"headings with a colon are nobody", "Anna Berg came.\n\nWhere: Oldport.\n\nWhen: Monday.\n\nCost: nothing.", nil},
		{"a transcript with a link in it", "SMITH: Good evening.\n\nBERG: Good evening.\n\nREAD MORE: Ferry sinks\n\nSMITH: Will you stay?", []string{`indirect [Good evening.] SMITH`, `indirect [Good evening.] BERG`, `indirect [Will you stay?] SMITH`}},
		{"a transcript", "SMITH: Good evening.\n\nBERG: Good evening.\n\nSMITH: Will you stay?", []string{`indirect [Good evening.] SMITH`, `indirect [Good evening.] BERG`, `indirect [Will you stay?] SMITH`}},
	})
}

func TestFind_SpeakersTogether(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"two", `“We will stay,” Anna Berg and Karl Lund said.`, "Karl Lund"},
		{"two names after what they are", `His lawyers, Carl Green and Rita Jones, have said they might leave.`, "Rita Jones"},
		{"three", `Anna Berg, Karl Lund and Peter Holm said it was over.`, "Anna Berg, Peter Holm"},
		{"one with an and in the name", `The Ministry of Roads and Bridges said it was over.`, ""},
		{"one and her work", `Anna Berg said it was over and done.`, ""},
	} {
		text := token.Split(c.in)
		quotes, speakers := Find(text, nil, name.Find(text, nil), nil, nil)
		var got []string
		for _, i := range quotes[0].Also {
			got = append(got, speakers[i].Name)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}
