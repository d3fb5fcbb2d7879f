package quotation

import "testing"

func TestFind_PlainReports(t *testing.T) {
	check(t, []row{
		{"an apposition before the cue hides no clause", `Anna Berg, a doctor in Oldport, says there's snow on the road.`, []string{`indirect [there's snow on the road] Anna Berg`}},
		{"a short is opens the words", `Guards say there’s water in the hall.`, []string{`indirect [there’s water in the hall] Guards`}},
		{"an apposition and a plural noun", `Karl Lund, a district officer, said crews and guests had left the hall.`, []string{`indirect [crews and guests had left the hall] Karl Lund`}},
		{"a noun phrase with its own preposition", `Anna Berg, head of the guild in Oldport, said the new rules on ferries are too strict.`, []string{`indirect [the new rules on ferries are too strict] Anna Berg`}},
		{"this may is no month", `Karl Lund said this may help more people.`, []string{`indirect [this may help more people] Karl Lund`}},
		{"a day in the genitive is no time of speaking", `Lawyers said Tuesday's remarks raise doubts.`, []string{`indirect [Tuesday's remarks raise doubts] Lawyers`}},
		{"roughly so many", `Lund said roughly 65 per cent of the crew voted.`, []string{`indirect [roughly 65 per cent of the crew voted] Lund`}},
		{"about so many", `Lund said about 20 people had left.`, []string{`indirect [about 20 people had left] Lund`}},
		{"a short introduction and a comma", `Lund said too often, the clinic is full.`, []string{`indirect [too often, the clinic is full] Lund`}},
		{"a long introduction and a comma", `Lund said as the guards came in, one man ran off.`, []string{`indirect [as the guards came in, one man ran off] Lund`}},
		{"years between have and been", `Doctors have for years been saying that the clinic is full.`, []string{`indirect [that the clinic is full] Doctors`}},
		{"a rally before that", `Lund said at a rally in Oldport, Maine, that the clinic was full.`, []string{`indirect [that the clinic was full] Lund`}},
		{"told whom, then that", `Lund told the House of Towns that clinics would close.`, []string{`indirect [that clinics would close] Lund`}},
		{"however, that", `Lund states however, that the clinic was full.`, []string{`indirect [that the clinic was full] Lund`}},
		{"they both share", `Lund says they both share the cost.`, []string{`indirect [they both share the cost] Lund`}},
		{"who, in a year, said", `Bo Lund, who in 2010 said the road was shut, has gone.`, []string{`indirect [the road was shut] Bo Lund`}},
		{"a plural like a verb", `Lund said witnesses saw a boat.`, []string{`indirect [witnesses saw a boat] Lund`}},
		{"two places joined", `Doctors in Oldport and around the country say the clinic is full.`, []string{`indirect [the clinic is full] Doctors in Oldport and around the country`}},
		{"after: at least so many", `At least 48 people were hurt in Oldport, Lund said.`, []string{`indirect [At least 48 people were hurt in Oldport] Lund`}},
		{"after: it's", `It's too early to know the cost, said Karl Lund, head of the guild.`, []string{`indirect [It's too early to know the cost] Karl Lund`}},
		{"after: a list as the subject", `Crews from Oldport, Norby and Vale have joined and others are on board, Lund says.`, []string{`indirect [Crews from Oldport, Norby and Vale have joined and others are on board] Lund`}},
		{"after: a verb that no list knows", `The guests holed up near the roof, Lund said.`, []string{`indirect [The guests holed up near the roof] Lund`}},
		{"after: a gerund as the subject", `Meeting the costs can be hard for some, Lund said.`, []string{`indirect [Meeting the costs can be hard for some] Lund`}},
		{"after: top officials", `The road is an insult to all, top officials said on Friday.`, []string{`indirect [The road is an insult to all] officials`}},
		{"after: one slide says", `Six million jobs depend on the road, one slide says.`, []string{`indirect [Six million jobs depend on the road] one slide`}},
		{"around one word", `Guards, Lund says, have no plan.`, []string{`indirect [Guards, Lund says, have no plan] Lund`}},
		{"it goes on after the cue", `The road was shut, Lund said on Monday, because it had snowed.`, []string{`indirect [The road was shut, Lund said on Monday, because it had snowed] Lund`}},
		{"it goes on with and", `The road was shut, Lund said in a report, and the bridge was late.`, []string{`indirect [The road was shut, Lund said in a report, and the bridge was late] Lund`}},
		{"vowed not to", `Karl Lund vowed not to leave.`, []string{`indirect [not to leave] Karl Lund`}},
		{"what a video shows", `Video shows that Lund had left.`, []string{`indirect [that Lund had left] Video`}},
		{"what data show", `Data from the 2014 count show that women lead.`, []string{`indirect [that women lead] Data from the 2014 count`}},
		{"said he would order it, and warned", `Karl Lund, speaking in Oldport, said he would order a review and warned against delays.`, []string{`indirect [he would order a review] Karl Lund`, `indirect [against delays] Karl Lund`}},
		{"a partner, named after, called him", `His former partner, Karl Lund, called him a master of deals.`, []string{`indirect [him a master of deals] Karl Lund`}},
		{"an adverb that no list knows", `Anna Berg blithely suggested that Lund leave.`, []string{`indirect [that Lund leave] Anna Berg`}},
		{"the paragraph after added:", "Karl Lund left.\n\nLund added:\n\nNobody in the town knows what to do now.", []string{`indirect [Nobody in the town knows what to do now.] Karl Lund`}},
		{"a paragraph that a name signs", "Anna Berg left.\n\nThe road is too far for all who live here. Anna Berg\n\nIt rained.", []string{`indirect [The road is too far for all who live here.] Anna Berg`}},
		{"a name that only signs, as under a picture", "The road is too far for all who live here. Anna Berg\n\nIt rained.", nil},
		{"told a crowd gathered in a hall", `Lund told a crowd of members gathered at a hall that the town was late.`, []string{`indirect [that the town was late] Lund`}},
		{"in court documents", `Lawyers have alleged in court documents that the case was late.`, []string{`indirect [that the case was late] Lawyers`}},
		{"people held last week", `People arrested last week said that it was late.`, []string{`indirect [that it was late] People`}},
		{"what many believe, and what he believes", `Many believe that it is late. Karl Lund came. He believes that it is late.`, []string{`indirect [that it is late] Many`, `indirect [that it is late] Karl Lund`}},
		{"warned not to", `Lund warned the public not to drive.`, []string{`indirect [not to drive] Lund`}},
		{"an introduction with a relative clause", `During a walk in the park, which had been shut, Lund said he was glad.`, []string{`indirect [he was glad] Lund`}},
	})
}

func TestFind_MixedWhole(t *testing.T) {
	check(t, []row{
		{"a phrase at the end", `The firm is "very glad," director Jan Olsen said.`, []string{`mixed [The firm is "very glad,"] Jan Olsen`, `direct partial ["very glad,"] Jan Olsen`}},
		{"a phrase, told whom", `The vote was “a great defeat,” Mr. Lund told the House.`, []string{`mixed [The vote was “a great defeat,”] Lund`, `direct partial [“a great defeat,”] Lund`}},
		{"a phrase that is the verb", `Anna Berg said he “fumbled into” the trade.`, []string{`mixed [he “fumbled into” the trade] Anna Berg`, `direct partial [“fumbled into”] Anna Berg`}},
		{"a whole clause after said is no phrase", `Lund said “nobody knows the road,” and left.`, []string{`direct [“nobody knows the road,”] Lund`}},
		{"commas inside a noun phrase", `"I know no such firm," the tall, grey professor said.`, []string{`direct ["I know no such firm,"] tall, grey professor`}},
		{"the same words, and officials", `The boy, officials said, was found.`, []string{`indirect [The boy, officials said, was found] officials`}},
		{"said by email", `"It is safe," the mayor said by email.`, []string{`direct ["It is safe,"] mayor`}},
		{"said by phone from", `"I was glad," Hadley said by phone from Oldport.`, []string{`direct ["I was glad,"] Hadley`}},
		{"a whole clause in marks, and a new sentence", `Lund said “the town will obey the court.” When asked, he left.`, []string{`direct [“the town will obey the court.”] Lund`}},
		{"a list of quoted words", `Anna Berg called Lund a “slow guy,” a “late boy,” “far” and “sick.”`, []string{`mixed [Lund a “slow guy,” a “late boy,” “far” and “sick.”] Anna Berg`, `direct partial [“slow guy,”] Anna Berg`, `direct partial [“late boy,”] Anna Berg`, `direct partial [“far”] Anna Berg`, `direct partial [“sick.”] Anna Berg`}},
		{"points out", `“You speak of one kind only,” points out Karl Lund.`, []string{`direct [“You speak of one kind only,”] Karl Lund`}},
	})
}

func TestFind_NoReports(t *testing.T) {
	check(t, []row{
		{"what she thought", `Anna Berg left. She thought the road was shut.`, nil},
		{"what he learned", `Karl Lund learned that the road was shut.`, nil},
		{"what I think", `I think the road is shut.`, nil},
		{"what you can suggest", `You can also suggest that he leave.`, nil},
		{"a relative after a thing", `The union announced a policy that failed.`, []string{`indirect [a policy that failed] union`}},
		{"in a way that", `Anna Berg wrote in a way that only could have worked then.`, nil},
		{"an index adds so much", `Oldland's Kospi added 0.4 per cent to 2,106 and the dollar rose.`, nil},
		{"a smile", `Karl Lund smiled at the crew as they came.`, nil},
		{"a call for help by phone", `A neighbour called an ambulance.`, nil},
		{"seen by whoever reported it", `The fire was reported by a driver who saw it.`, nil},
		{"a line that leads elsewhere", "Karl Lund left.\n\nWATCH: Town council accuses Lund of “theft”\n\nRead more: Lund says he is late.", nil},
		{"what is denied", `Karl Lund denied the charge.`, nil},
		{"a refusal to speak", `The firm declined to say why it had left.`, nil},
		{"what he would not say", `Karl Lund did not say how many had left.`, nil},
		{"what is expected of him", `Karl Lund is expected to demand that they leave.`, nil},
		{"whom she asked", `The board asked Karl Lund.`, nil},
		{"an order to do a thing", `The board ordered officials to leave.`, nil},
		{"what they decided to do", `The board decided to leave.`, nil},
		{"a plea of guilty", `Karl Lund pleaded guilty to hiding a boat.`, nil},
		{"a book and then a clause", `She wrote her first book in 1991, then she became a cook.`, nil},
		{"two clauses", `The mayor proposes laws and the town criticizes them.`, []string{`indirect [laws] mayor`}},
		{"told about a thing", `Karl Lund tells us about a growing concern that surrounds the role of roads.`, nil},
	})
}
