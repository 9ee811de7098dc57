import GoTemplate
import Source
import Sprig
import Testing

/// Templates that would take all memory or never end: each is refused, soon.
struct GrowingTemplateTests {
  private static let doubling = [
    "print $x $x", "printf \"%s%s\" $x $x", "println $x $x", "list $x $x", "dict \"a\" $x \"b\" $x",
    "cat $x $x", "quote $x", "$x | b64enc", "$x | toJson", "html $x \"<<\" $x", "js $x $x",
    "urlquery $x \"  \" $x", "join $x (list 1 2 3)", "concat (list $x) (list $x $x)",
    "set (dict) \"k\" (list $x $x)", "replace \"a\" $x (print $x \"aa\")",
    "regexReplaceAll \"a\" (print $x \"aa\") $x", "list $x", "printf \"%[1]v%[1]v\" $x",
    "wrapWith 1 $x (print $x \"aaa\")", "append (list $x) $x", "merge (dict \"a\" $x) (dict \"b\" $x)",
  ]

  @Test(arguments: doubling)
  func `what doubles is refused`(_ step: String) {
    let text = "{{ $x := \"a\" }}{{ range until 3000 }}{{ $x = \(step) }}{{ end }}{{ $x | toString | len }}"
    let (result, seconds) = Self.timed(text)
    #expect(result.contains("more than") || result.contains("deeper than"), "\(result.prefix(200))")
    #expect(seconds < 20)
  }

  private static let single = [
    "{{ printf \"%9999999d\" 1 }}",
    "{{ printf \"%*d\" 1000000 1 | printf \"%s%s\" \"x\" | print \"x\" \"y\" | len }}",
    "{{ regexReplaceAll \"(a*)\" (repeat 100000 \"a\") (repeat 100000 \"${1}\") | len }}",
    "{{ replace \"a\" (repeat 1000000 \"b\") (repeat 1000000 \"a\") | len }}",
    "{{ join (repeat 1000000 \"b\") (until 60000) | len }}",
    "{{ wrapWith 1 (repeat 1000000 \"b\") (repeat 1000000 \"a\") | len }}",
    "{{ $l := until 60000 }}{{ list $l $l $l $l $l $l $l $l $l $l $l $l $l | len }}",
    "{{ $x := repeat 1000000 \"a\" }}{{ range until 60000 }}{{ $y := print $x \"b\" }}{{ end }}",
    "{{ define \"d\" }}{{ repeat 1000 \"x\" }}{{ end }}{{ range until 60000 }}{{ template \"d\" }}{{ end }}",
    "{{ range until 60000 }}\(String(repeating: "x", count: 5000)){{ end }}",
    "{{ $x := repeat 1000000 \"a\" }}{{ range until 60000 }}{{ if contains \"b\" $x }}y{{ end }}{{ end }}",
  ]

  @Test(arguments: single)
  func `what is too much is refused`(_ text: String) {
    let (result, seconds) = Self.timed(text)
    #expect(result.hasPrefix("ERROR") || result.utf8.count < 1 << 20, "\(result.prefix(200))")
    #expect(seconds < 20)
  }

  @Test(arguments: [
    ("{{ range until 30000 }}{{ $y := 1 }}{{ end }}ok", "ok"),
    (
      "{{ $s := \"\" }}{{ range $i := until 500 }}{{ $s = print $s \"line\\n\" }}{{ end }}{{ len $s }}",
      "2500"
    ),
    ("{{ $l := list }}{{ range until 1000 }}{{ $l = append $l . }}{{ end }}{{ len $l }}", "1000"),
    ("{{ uniq (concat (until 60000) (until 60000)) | len }}", "60000"),
    (
      "{{ contains (print (repeat 400000 \"a\") \"b\") (repeat 1000000 \"a\") }}", "false"
    ),
    ("{{ $y := 1 }}{{ range until 3 }}{{ $y = add $y 1 }}{{ $y := 9 }}{{ end }}{{ $y }}", "4"),
    ("{{ print (until 60000) | len }}", "348891"),
  ])
  func `what is large, but not too large, is done`(_ text: String, _ expected: String) {
    let (result, seconds) = Self.timed(text)
    #expect(result == expected, "\(result.prefix(200))")
    #expect(seconds < 20)
  }

  @Test func `a rendering that nobody waits for ends`() async {
    let loop = "{{ range until 300 }}{{ regexReplaceAll \"a\" (repeat 20000 \"a\") \"bb\" | len }}{{ end }}"
    let clock = ContinuousClock()
    let task = Task { Self.timed(loop).result }
    task.cancel()
    let start = clock.now
    let result = await task.value
    #expect(result.contains("interrupted"), "\(result.prefix(200))")
    #expect(start.duration(to: clock.now) < .seconds(2))
  }

  private static func timed(_ text: String) -> (result: String, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let template = GoTemplate(DerivedText(SourceFile(FileID("test"), bytes: Array(text.utf8))))
    let result =
      switch SprigTemplate(.none).render(template, variables: [:]) {
      case .success(let text): text.string
      case .failure(let fault): "ERROR \(fault.message)"
      }
    let span = start.duration(to: clock.now).components
    return (result, Double(span.seconds) + Double(span.attoseconds) / 1e18)
  }
}
