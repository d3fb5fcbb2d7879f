// Package mp4 writes a film of a story as MP4, by the ffmpeg that is installed on the machine; where there is none, the format
// is not offered. Nothing of a story is an argument of that program: it gets pictures on its input and the name of a file that
// this package made.
package mp4

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dateline/app/export"
	"dateline/app/export/internal/film"
)

// Found gives the format where ffmpeg is found; none where it is not.
func Found() []export.Format {
	path, err := exec.LookPath("ffmpeg")
	if err != nil {
		return nil
	}
	return []export.Format{format(path)}
}

// format is the film by the ffmpeg at a path.
func format(path string) export.Format {
	return export.Format{Name: "mp4", Label: "Film (MP4)", Exts: []string{".mp4"}, Needs: export.NeedsMap, For: export.ForPeople, Asks: export.AsksSize | export.AsksSlides,
		Write: func(ctx context.Context, w io.Writer, c export.Content) error { return write(ctx, w, c, path) }}
}

func write(ctx context.Context, w io.Writer, c export.Content, path string) error {
	codec, err := encoder(ctx, path)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "dateline-film-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, "film.mp4") // its head is written last: no pipe can be
	if err := encode(ctx, film.Of(c), path, codec, to); err != nil {
		return err
	}
	r, err := os.Open(to)
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(w, r)
	return err
}

// encoder is what this ffmpeg writes such films with.
func encoder(ctx context.Context, path string) (string, error) {
	list, err := exec.CommandContext(ctx, path, "-hide_banner", "-encoders").Output()
	if err != nil {
		return "", errors.Join(ctx.Err(), fmt.Errorf("ffmpeg does not start: %w", err))
	}
	for _, name := range []string{"libx264", "libopenh264", "mpeg4"} {
		if strings.Contains(string(list), " "+name+" ") {
			return name, nil
		}
	}
	return "", errors.New("this ffmpeg cannot write MP4: save the film as GIF, or install an ffmpeg with libx264")
}

// encode draws the frames into ffmpeg.
func encode(ctx context.Context, f *film.Film, path, codec, to string) error {
	run := exec.CommandContext(ctx, path, "-hide_banner", "-loglevel", "error", "-y", "-f", "image2pipe", "-framerate", fmt.Sprintf("1/%d", film.Seconds), "-c:v", "png", "-i", "-",
		"-vf", fmt.Sprintf("tpad=stop_mode=clone:stop_duration=%d,fps=5,pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p", film.Last-film.Seconds),
		"-c:v", codec, "-threads", "2", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-movflags", "+faststart", to)
	if codec == "libx264" {
		last := len(run.Args) - 1
		run.Args = append(run.Args[:last:last], "-preset", "veryfast", to)
	}
	var faults bytes.Buffer
	run.Stderr = &faults
	in, err := run.StdinPipe()
	if err != nil {
		return err
	}
	if err := run.Start(); err != nil {
		return fmt.Errorf("ffmpeg does not start: %w", err)
	}
	drawn := frames(ctx, f, in)
	closed := in.Close()
	if err := run.Wait(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(faults.String()), "\n")
		return errors.Join(ctx.Err(), fmt.Errorf("ffmpeg: %w: %.200s", err, said))
	}
	return errors.Join(drawn, closed)
}

// frames writes the frames as PNG, one after the other.
func frames(ctx context.Context, f *film.Film, w io.Writer) error {
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	for k := range f.Len() {
		img, err := f.Frame(ctx, k)
		if err != nil {
			return err
		}
		if err := fast.Encode(w, img); err != nil {
			return err
		}
	}
	return nil
}
