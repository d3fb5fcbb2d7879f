package jsonl

type article struct {
	ID          any       `json:"id"` // a text, or what a corpus has in its place
	File        string    `json:"file,omitempty"`
	Title       string    `json:"title,omitempty"`
	Subtitle    string    `json:"subtitle,omitempty"`
	Byline      string    `json:"byline,omitempty"`
	Author      string    `json:"author,omitempty"`
	Publisher   string    `json:"publisher,omitempty"`
	Section     string    `json:"section,omitempty"`
	Language    string    `json:"language,omitempty"`
	URL         string    `json:"url,omitempty"`
	Updated     string    `json:"updated,omitempty"`
	Retrieved   string    `json:"retrieved,omitempty"` // a moment in UTC
	Container   string    `json:"container,omitempty"`
	Part        int       `json:"part,omitempty"`
	Copies      []string  `json:"copies,omitempty"`   // ids of the other articles with the same text
	Encoding    string    `json:"encoding,omitempty"` // of a text file that is not in UTF-8
	SHA256      string    `json:"sha256,omitempty"`
	Text        *string   `json:"text,omitempty"`
	Notes       []string  `json:"notes,omitempty"`
	DCT         published `json:"dct"`
	Places      []place   `json:"places"`
	Timexes     []timex   `json:"timexes"`
	Implied     []timex   `json:"implied,omitempty"` // what dates the telling without being an expression of time
	Quotes      []quote   `json:"quotes"`
	Events      []event   `json:"events"`
	Claims      []claim   `json:"claims"`
	People      []person  `json:"people"`
	Zones       []zone    `json:"zones"`
	Attribution string    `json:"attribution,omitempty"`
}

type published struct {
	Best   *string  `json:"best"`
	From   *string  `json:"from"`
	To     *string  `json:"to"`
	From50 *string  `json:"from50,omitempty"`
	To50   *string  `json:"to50,omitempty"`
	Kind   string   `json:"kind"`
	P      float64  `json:"p"`
	Why    []string `json:"why"`
}

type place struct {
	Start     int         `json:"start"`
	End       int         `json:"end"`
	Text      string      `json:"text"`
	Name      string      `json:"name,omitempty"`
	Kind      string      `json:"kind"`
	Use       string      `json:"use"`
	Literal   bool        `json:"literal"`
	Lat       *float64    `json:"lat"` // null for a place that no index knows
	Lon       *float64    `json:"lon"`
	GeonameID *int32      `json:"geonameid,omitempty"`
	Country   string      `json:"country,omitempty"`
	Anchor    *[2]float64 `json:"anchor,omitempty"`
	P         float64     `json:"p"`
	UseP      float64     `json:"use_p"`
	NameP     float64     `json:"name_p"`
	Rivals    []rival     `json:"rivals"`
	Why       []string    `json:"why"`
}

type rival struct {
	Name      string  `json:"name"`
	Kind      string  `json:"kind"`
	Country   string  `json:"country,omitempty"`
	Admin1    string  `json:"admin1,omitempty"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	GeonameID *int32  `json:"geonameid,omitempty"`
	P         float64 `json:"p"`
}

type timex struct {
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Text     string   `json:"text"`
	Type     string   `json:"type"`
	Value    string   `json:"value"`
	Mod      string   `json:"mod,omitempty"`
	Resolved *[2]*day `json:"resolved"`
	Vague    bool     `json:"vague,omitempty"`
	P        float64  `json:"p"`
	Why      []string `json:"why"`
}

// day is a date; a pointer to it is null where that end is open.
type day = string

type quote struct {
	Start          int      `json:"start"`
	End            int      `json:"end"`
	Text           string   `json:"text"`
	Kind           string   `json:"kind"`
	Partial        bool     `json:"partial"`
	Scare          bool     `json:"scare"`
	Speaker        string   `json:"speaker,omitempty"`
	SpeakerStart   *int     `json:"speaker_start,omitempty"`
	SpeakerEnd     *int     `json:"speaker_end,omitempty"`
	SpeakerName    string   `json:"speaker_name,omitempty"`
	SpeakerAliases []string `json:"speaker_aliases,omitempty"`
	SpeakerKind    string   `json:"speaker_kind,omitempty"`
	SpeakerRole    string   `json:"speaker_role,omitempty"`
	Cue            string   `json:"cue,omitempty"`
	CueStart       *int     `json:"cue_start,omitempty"`
	CueEnd         *int     `json:"cue_end,omitempty"`
	When           *[2]*day `json:"when"`
	Basis          string   `json:"basis"`
	Where          *string  `json:"where"`
	WhereUse       string   `json:"where_use,omitempty"`
	Lat            *float64 `json:"lat,omitempty"`
	Lon            *float64 `json:"lon,omitempty"`
	P              float64  `json:"p"`
	Why            []string `json:"why"`

	Also     []string  `json:"also,omitempty"` // others who say it together with the speaker
	Variants []variant `json:"variants,omitempty"`
}

// variant is a quote of another article that gives the same words.
type variant struct {
	ID    string   `json:"id"`    // of the other article
	Quote int      `json:"quote"` // index into its quotes
	Text  string   `json:"text"`
	Share float64  `json:"share"`
	Only  [][2]int `json:"only"` // the words of this quote that the other one lacks, in this article's text
}

type event struct {
	Start    int         `json:"start"`
	End      int         `json:"end"`
	Text     string      `json:"text"`
	What     string      `json:"what"`
	Where    *string     `json:"where"`
	Kind     string      `json:"kind,omitempty"`
	Lat      *float64    `json:"lat,omitempty"`
	Lon      *float64    `json:"lon,omitempty"`
	Anchor   *[2]float64 `json:"anchor,omitempty"`
	Coarse   bool        `json:"coarse,omitempty"` // the gazetteer lacks the place: the point is that of "in"
	In       string      `json:"in,omitempty"`     // what the text says it lies in
	When     *[2]*day    `json:"when"`
	Basis    string      `json:"basis"`
	Modality string      `json:"modality"`
	Mention  bool        `json:"mention,omitempty"` // the place is only named
	Who      []string    `json:"who"`
	Quotes   []int       `json:"quotes"`
	ID       string      `json:"id"`
	P        float64     `json:"p"`
	Weight   int         `json:"weight"` // how many articles tell of it
	Shown    bool        `json:"shown"`  // likely enough for the window and the other formats to show it unasked
	WhereP   float64     `json:"where_p,omitempty"`
	WhenP    float64     `json:"when_p,omitempty"`
	Why      []string    `json:"why"`
}

type claim struct {
	Event   string   `json:"event"`
	Stance  string   `json:"stance"`
	Speaker string   `json:"speaker,omitempty"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	P       float64  `json:"p"`
	Why     []string `json:"why"`
}

type person struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

type zone struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Zone  string `json:"zone"`
}
