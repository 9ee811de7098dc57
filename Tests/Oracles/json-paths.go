// Records Fixtures/goss/paths.tsv anew: `go run . < paths.tsv`, in a module that requires github.com/tidwall/gjson v1.17.1. What stands
// behind the tab of a path is replaced by what gjson finds; a line that begins with a tab is the document of those below it.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/tidwall/gjson"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	document := ""
	for lines.Scan() {
		path, _, _ := strings.Cut(lines.Text(), "\t")
		if strings.HasPrefix(lines.Text(), "\t") {
			document = lines.Text()[1:]
			fmt.Println(lines.Text())
			continue
		}
		found := gjson.Get(document, path)
		if !found.Exists() {
			fmt.Printf("%s\tNONE\n", path)
			continue
		}
		var text bytes.Buffer
		writer := json.NewEncoder(&text)
		writer.SetEscapeHTML(false)
		if err := writer.Encode(found.Value()); err != nil {
			panic(err)
		}
		fmt.Printf("%s\t%s", path, text.String())
	}
}
