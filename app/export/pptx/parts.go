package pptx

import (
	"bytes"
	"fmt"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/ooxml"
)

// The parts that there is one of.
const (
	presentationPart = "ppt/presentation.xml"
	masterPart       = "ppt/slideMasters/slideMaster1.xml"
	layoutPart       = "ppt/slideLayouts/slideLayout1.xml"
	notesMasterPart  = "ppt/notesMasters/notesMaster1.xml"
	themePart        = "ppt/theme/theme1.xml"
	notesThemePart   = "ppt/theme/theme2.xml"

	kind = "application/vnd.openxmlformats-officedocument.presentationml."
	ns   = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
)

// The slide in EMU, of which 12,700 are a point: 16 to 9.
const (
	slideW, slideH = 12192000, 6858000
	edge           = 450000
	titleH         = 900000
	pictureW       = 6200000
	pictureH       = pictureW * mapH / mapW
)

// paragraph is one of a text box; size is in points.
type paragraph struct {
	text         string
	size         int
	bold, italic bool
	grey         bool
}

func (x paragraph) xml() string {
	style := fmt.Sprintf(`lang="en-US" sz="%d"`, x.size*100)
	if x.bold {
		style += ` b="1"`
	}
	if x.italic {
		style += ` i="1"`
	}
	colour := "1B2030"
	if x.grey {
		colour = "5F594E"
	}
	text, _ := ooxml.Cut(x.text, longest)
	return fmt.Sprintf(`<a:p><a:pPr%s><a:spcAft><a:spcPts val="900"/></a:spcAft></a:pPr><a:r><a:rPr %s dirty="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:rPr><a:t>%s</a:t></a:r></a:p>`,
		direction(text), style, colour, ooxml.Text(text))
}

// direction says of a paragraph that it runs from right to left, where its first letter does.
func direction(text string) string {
	if export.FromTheRight(text) {
		return ` algn="r" rtl="1"`
	}
	return ""
}

// slide is what one slide shows.
type slide struct {
	title   string
	picture []byte // nil for a slide of text
	alt     string
	text    []paragraph
	notes   string
}

// plain is a slide of text.
func (d *deck) plain(title string, text []paragraph, notes string) {
	d.slide(slide{title: title, text: text, notes: notes})
}

func (d *deck) slide(x slide) {
	d.n++
	name := fmt.Sprintf("ppt/slides/slide%d.xml", d.n)
	d.p.Rel(name, ooxml.SlideLayout, layoutPart)
	picture, left := "", edge
	if x.picture != nil {
		file := fmt.Sprintf("ppt/media/map%d.png", d.n)
		d.p.Add(file, "", x.picture)
		id := d.p.Rel(name, ooxml.Image, file)
		picture = fmt.Sprintf(`<p:pic><p:nvPicPr><p:cNvPr id="4" name="Map" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>`+
			`<p:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="B9B3A8"/></a:solidFill></a:ln></p:spPr></p:pic>`,
			ooxml.Text(x.alt), id, box(edge, (slideH-pictureH)/2, pictureW, pictureH))
		left = edge + pictureW + 350000
	}
	wide := slideW - left - edge
	var text strings.Builder
	for _, p := range x.text {
		text.WriteString(p.xml())
	}
	title, _ := ooxml.Cut(x.title, 200)
	size := 36
	if n := len([]rune(title)); n > 70 && x.picture == nil || n > 20 && x.picture != nil {
		size = 26
	}
	titleAt := slideH/2 - pictureH/2
	if x.picture == nil {
		titleAt = edge
	}
	body := fmt.Sprintf(ooxml.Header+`<p:sld %s><p:cSld><p:spTree>%s`+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr>`+
		`<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr%s/><a:r><a:rPr lang="en-US" sz="%d" b="1" dirty="0"/><a:t>%s</a:t></a:r></a:p></p:txBody></p:sp>%s`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Text"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`+
		`<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>`+
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
		ns, treeHead, box(left, titleAt, wide, titleH), direction(title), size*100, ooxml.Text(title), picture, box(left, titleAt+titleH+150000, wide, slideH-titleAt-titleH-150000-edge), text.String())
	d.p.Add(name, kind+"slide+xml", []byte(body))
	d.slides = append(d.slides, name)
	d.note(name, x.notes)
}

// note adds the speaker's notes of a slide; none where there are no words.
func (d *deck) note(of, words string) {
	if words == "" {
		return
	}
	name := fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", d.n)
	d.p.Rel(of, ooxml.NotesSlide, name)
	d.p.Rel(name, ooxml.NotesMaster, notesMasterPart)
	d.p.Rel(name, ooxml.Slide, of)
	var text strings.Builder
	for _, line := range strings.Split(words, "\n") {
		fmt.Fprintf(&text, `<a:p><a:pPr%s/><a:r><a:rPr lang="en-US" dirty="0"/><a:t>%s</a:t></a:r></a:p>`, direction(line), ooxml.Text(line))
	}
	d.p.Add(name, kind+"notesSlide+xml", fmt.Appendf(nil, ooxml.Header+`<p:notes %s><p:cSld><p:spTree>%s`+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>`+
		`<p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`, ns, treeHead, text.String()))
}

// treeHead begins every tree of shapes.
const treeHead = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

func box(x, y, w, h int) string {
	return fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, x, y, w, h)
}

// frame adds what all slides rest on: the presentation, the masters, the layout and the themes.
func (d *deck) frame() {
	d.p.Rel(masterPart, ooxml.SlideLayout, layoutPart)
	d.p.Rel(masterPart, ooxml.Theme, themePart)
	d.p.Rel(layoutPart, ooxml.SlideMaster, masterPart)
	d.p.Rel(notesMasterPart, ooxml.Theme, notesThemePart)
	master := d.p.Rel(presentationPart, ooxml.SlideMaster, masterPart)
	notes := d.p.Rel(presentationPart, ooxml.NotesMaster, notesMasterPart)
	var ids bytes.Buffer
	for i, name := range d.slides {
		fmt.Fprintf(&ids, `<p:sldId id="%d" r:id="%s"/>`, 256+i, d.p.Rel(presentationPart, ooxml.Slide, name))
	}
	d.p.Rel(presentationPart, ooxml.Theme, themePart)
	d.p.Add(presentationPart, kind+"presentation.main+xml", fmt.Appendf(nil, ooxml.Header+`<p:presentation %s saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="%s"/></p:sldMasterIdLst>`+
		`<p:notesMasterIdLst><p:notesMasterId r:id="%s"/></p:notesMasterIdLst><p:sldIdLst>%s</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="%d" cy="%d"/></p:presentation>`,
		ns, master, notes, ids.String(), slideW, slideH, slideH, 9144000))
	const colours = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
	const ground = `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
	title := fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`+
		`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>`, box(edge, edge, slideW-2*edge, titleH))
	d.p.Add(masterPart, kind+"slideMaster+xml", fmt.Appendf(nil, ooxml.Header+`<p:sldMaster %s><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld>%s<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>`+
		`<p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="3600" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>`+
		`<p:bodyStyle><a:lvl1pPr><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle>`+
		`<p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`, ns, ground, treeHead, title, colours))
	d.p.Add(layoutPart, kind+"slideLayout+xml", fmt.Appendf(nil, ooxml.Header+`<p:sldLayout %s type="titleOnly" preserve="1"><p:cSld name="Title"><p:spTree>%s%s</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`, ns, treeHead, title))
	d.p.Add(notesMasterPart, kind+"notesMaster+xml", fmt.Appendf(nil, ooxml.Header+`<p:notesMaster %s><p:cSld>%s<p:spTree>%s`+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`+
		`<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>%s</p:notesMaster>`,
		ns, ground, treeHead, box(685800, 1143000, 5486400, 3086100), box(685800, 4400550, 5486400, 3600450), colours))
	d.p.Add(themePart, themeKind, []byte(theme))
	d.p.Add(notesThemePart, themeKind, []byte(theme))
}

const themeKind = "application/vnd.openxmlformats-officedocument.theme+xml"

// theme is the least that programs ask of a theme, in the colours of the map.
var theme = ooxml.Header + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Dateline"><a:themeElements><a:clrScheme name="Dateline">` +
	`<a:dk1><a:srgbClr val="1B2030"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="5F594E"/></a:dk2><a:lt2><a:srgbClr val="F6F3EC"/></a:lt2>` +
	`<a:accent1><a:srgbClr val="B5261E"/></a:accent1><a:accent2><a:srgbClr val="0B72B5"/></a:accent2><a:accent3><a:srgbClr val="009E73"/></a:accent3><a:accent4><a:srgbClr val="D55E00"/></a:accent4>` +
	`<a:accent5><a:srgbClr val="CC79A7"/></a:accent5><a:accent6><a:srgbClr val="E69F00"/></a:accent6><a:hlink><a:srgbClr val="0B72B5"/></a:hlink><a:folHlink><a:srgbClr val="5F594E"/></a:folHlink></a:clrScheme>` +
	`<a:fontScheme name="Dateline"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>` +
	`<a:fmtScheme name="Dateline"><a:fillStyleLst>` + strings.Repeat(`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`, 3) + `</a:fillStyleLst><a:lnStyleLst>` +
	strings.Repeat(`<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`, 3) + `</a:lnStyleLst><a:effectStyleLst>` +
	strings.Repeat(`<a:effectStyle><a:effectLst/></a:effectStyle>`, 3) + `</a:effectStyleLst><a:bgFillStyleLst>` +
	strings.Repeat(`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`, 3) + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
