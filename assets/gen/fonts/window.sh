#!/usr/bin/env bash
# Makes the faces of the window, assets/fonts/NotoSansWindow-{Regular,Bold}.ttf, of four faces of Noto, and says so beside them. One
# face, since a line whose letters come from two is not laid out from right to left.
#   apt-get install python3-fonttools; apt-get download fonts-noto-core fonts-noto-ui-core; bash window.sh FOLDER-WITH-THE-PACKAGES
set -eu
here=$(cd "$(dirname "$0")/../../fonts" && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for p in "$1"/fonts-noto-*core_*.deb; do dpkg -x "$p" "$work"; done
noto=$work/usr/share/fonts/truetype/noto; cd "$work"
part() { # FACE OUT UNICODES OPTIONS: the part of a face
	python3 -m fontTools.subset "$noto/$1.ttf" --output-file="$2.ttf" --unicodes="$3" --no-hinting "${@:4}"
}
for w in Regular Bold; do
	part NotoSans-$w latin U+0020-007E,U+00A0-024F,U+0259,U+02BC,U+02C6-02DD,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+20A0-20BF,U+2100-214F,U+2150-215F,U+25CA,U+FFFD \
		--layout-features-=aalt,c2sc,smcp,salt,ss01,ss02,ss03,ss04,ss05,ss06,ss07,ordn,subs,sups,sinf,frac,dnom,numr,zero,case,onum,pnum,tnum,lnum
	part NotoSansArabicUI-$w arabic U+060C,U+061B,U+061F,U+0621-063A,U+0640-0655,U+0660-066D,U+0670,U+0671,U+0679,U+067E,U+0686,U+0688,U+0691,U+0698,U+06A4,U+06A9,U+06AF,U+06BE,U+06C0,U+06C1,U+06CC,U+06D2,U+06D4,U+06F0-06F9,U+200C-200F
	part NotoSansMath-Regular signs U+2190-2194,U+2205,U+2212,U+2248,U+2260,U+2264,U+2265 --layout-features= --drop-tables+=MATH,GSUB,GPOS,GDEF
	part NotoSansSymbols2-Regular marks U+2713,U+2717,U+25CB,U+25CF --layout-features= --drop-tables+=GSUB,GPOS,GDEF
	python3 -m fontTools.merge --output-file=all.ttf latin.ttf arabic.ttf signs.ttf marks.ttf >/dev/null 2>&1
	python3 - "$here/NotoSansWindow-$w.ttf" <<-'EOF'
		import sys
		from fontTools.ttLib import TTFont
		f, latin = TTFont('all.ttf', recalcTimestamp=False), TTFont('latin.ttf')
		for table, names in (('hhea', 'ascent descent lineGap'), ('OS/2', 'sTypoAscender sTypoDescender sTypoLineGap usWinAscent usWinDescent')):
		    for n in names.split():
		        setattr(f[table], n, getattr(latin[table], n))
		f['head'].modified = f['head'].created = latin['head'].created
		f.save(sys.argv[1])
	EOF
	cat >"$here/NotoSansWindow-$w.txt" <<-EOF
		NotoSansWindow-$w.ttf
		source:  Debian packages fonts-noto-core and fonts-noto-ui-core 20201225-1 (github.com/googlei18n/noto-fonts): Latin, Greek and Cyrillic
		         letters of NotoSans-$w.ttf (2.004), Arabic ones of NotoSansArabicUI-$w.ttf (2.005), signs of NotoSansMath-Regular.ttf and
		         NotoSansSymbols2-Regular.ttf
		version: 2020-12-25
		licence: SIL Open Font License 1.1; copyright 2015-2020 Google LLC
		command: assets/gen/fonts/window.sh
		size:    $(stat -c %s "$here/NotoSansWindow-$w.ttf") bytes
		sha256:  $(sha256sum "$here/NotoSansWindow-$w.ttf" | cut -d' ' -f1)
	EOF
done
