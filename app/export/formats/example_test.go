package formats_test

import (
	"context"
	"fmt"
	"os"

	"dateline/app/export"
	"dateline/app/export/formats"
	"dateline/app/story"
)

func Example() {
	s := &story.Story{
		Articles: []*story.Article{{Document: story.Document{Title: "Flood", Text: "The river rose."}}},
		Events:   []story.Event{{Same: "e1", What: "flood", Span: story.Span{End: 14}, Sentence: story.Span{End: 15}, When: story.On(story.NewDay(2024, 5, 13), 1, story.BasisClause), P: 0.5}},
	}
	f, ok := formats.All.ForFile("flood.csv")
	if !ok {
		fmt.Println("no such format")
		return
	}
	c := export.Content{Story: s, View: story.Visible(s, story.Period{}, story.Filter{}), Options: export.Options{Attribution: "none"}}
	if err := export.Write(context.Background(), os.Stdout, f, c); err != nil {
		fmt.Println(err)
	}
	// Output:
	// type,from,to,precision,basis,place,place_type,country,lat,lon,place_use,what,status,who,speaker,quote,sentence,article,published,publisher,url,event,p,attribution,verified,corrected_from,author,section,updated,language,id,sentence_no,anchor,place_as_written,gazetteer_uri,radius_km,date_edtf,date_known,place_known,comments,view,article_id,article_sentences,sentence_last,sentence_zone,anchor_end,who_ids,speaker_id,speaker_kind,speaker_country,speakers_also,also_ids,also_kinds,also_countries,shown,stance,matter,group
	// event,2024-05-13,2024-05-13,day,clause,,,,,,,flood,asserted,,,,The river rose.,Flood,,,,e1,0.500,none,,,,,,,,0,char-offset:0,,,,2024-05-13,the day that is told with it,,,all dates,,0,0,body,char-offset:14,,,,,,,,,yes,says,e1,
}
