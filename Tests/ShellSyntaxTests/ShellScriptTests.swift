import ShellSyntax
import Source
import Testing

struct ShellScriptTests {
  struct Words: Sendable, CustomTestStringConvertible {
    let text: String
    let commands: [[String]]
    init(_ text: String, _ commands: [[String]]) {
      self.text = text
      self.commands = commands
    }
    var testDescription: String { text }
  }

  static let words = [
    Words("echo a 'b c' \"d e\" f\\ g", [["echo", "a", "b c", "d e", "f g"]]),
    Words(
      "echo a;echo b&echo c\necho d # not e\n#echo f",
      [["echo", "a"], ["echo", "b"], ["echo", "c"], ["echo", "d"]]),
    Words("a && b || c | d", [["a"], ["b"], ["c"], ["d"]]),
    Words("echo a \\\n  b", [["echo", "a", "b"]]),
    Words("echo \"$HOME\" x$(date)y `id` $((1+2)) ${A:-b}", [["echo", "?", "?", "?", "?", "?"]]),
    Words("echo a#b \"#c\" '#d'", [["echo", "a#b", "#c", "#d"]]),
    Words("A=1 B='x y' cmd z", [["cmd", "z"]]),
    Words("cat <<'EOF' > /tmp/x\nif then fi $(\nEOF\necho b", [["cat"], ["echo", "b"]]),
    Words(
      "cat <<'A' <<-B; echo c\n$(nothing\nA\n\tb\n\tB\necho d", [["cat"], ["echo", "c"], ["echo", "d"]]),
    Words("echo 2>&1 >/dev/null a 2>b c", [["echo", "a", "c"]]),
    Words("diff <(a) >(b) c", [["diff", "?", "?", "c"]]),
    Words("x=(a b\n c) y", [["y"]]),
    Words("export A=b 'C=d'", [["export", "A=b", "C=d"]]),
    Words("echo $'a\\nb' $\"c\"", [["echo", "a\nb", "c"]]),
    Words("echo \"a\\$b\\c\"", [["echo", "a$b\\c"]]),
    Words("echo if then done", [["echo", "if", "then", "done"]]),
    Words("[ -f /x ] && { y; }", [["[", "-f", "/x", "]"]]),
    Words("echo a\r\necho b\r\n", [["echo", "a"], ["echo", "b"]]),
    Words("echo {a,b} *.c ~", [["echo", "{a,b}", "*.c", "~"]]),
    Words("! grep -q a b", [["grep", "-q", "a", "b"]]),
    Words("\"\" ''", [["", ""]]),
  ]

  @Test("splits commands and words", arguments: words)
  func commands(_ example: Words) {
    let text = ShellText(example.text)
    #expect(text.commands == example.commands)
    #expect(text.script.faults.isEmpty)
  }

  static let sound = [
    "if a; then b; elif c; then d; else e; fi",
    "if a\nthen\n  b\nfi > /tmp/x 2>&1",
    "while read -r line; do echo \"$line\"; done < /etc/passwd",
    "until a; do b; done",
    "for i in 1 2 3; do echo $i; done",
    "for i\ndo echo $i\ndone",
    "for ((i=0; i<3; i++)); do echo $i; done",
    "case $1 in a|b) c;; (d) e ;; *) f; esac",
    "case x in\na)\n  b\n  ;;\nesac",
    "f() { echo a; }\nf",
    "function f { echo a; }\nfunction g() ( echo b )",
    "( cd /tmp && ls ) | wc -l",
    "[[ -f a && ( b == c* || $d =~ ^(x|y)$ ) ]] && echo yes",
    "(( a + 1 )) || ((b))",
    "echo \"$(echo \"$(echo 'a)b')\")\"",
    "x=`echo \\`id -u\\``",
    "echo ${a##*/} ${b%\"$c\"} ${#d} ${!e} ${f[@]} ${g:1:2} ${h//a/b} ${i:=$(j)}",
    "a | while read x; do b; done",
    "trap 'rm -rf \"$d\"' EXIT",
    "{ a; b; } 2>/dev/null &",
    "cat <<EOF\n$(a) `b` ${c} \"unpaired ' quotes\nEOF",
    "a <<< \"b $c\" >> d",
    "time a | b; time -p c",
    "select x in a b; do break; done",
    "echo $",
    "if\\\n  a; then echo \"${b[${c}]}\" ${d[\"x\"]:-e}; fi",
  ]

  @Test("takes what a shell takes", arguments: sound)
  func accepted(_ text: String) {
    let faults = ShellText(text).script.faults
    #expect(faults.isEmpty, "\(faults)")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let at: String
    let message: String
    init(_ text: String, at: String, _ message: String) {
      self.text = text
      self.at = at
      self.message = message
    }
    var testDescription: String { text }
  }

  static let faults = [
    Fault("echo \"a\n", at: "\"", "`\"` is not closed: `\"` is missing"),
    Fault("echo 'a\necho b", at: "'", "`'` is not closed: `'` is missing"),
    Fault("if a; then b\n", at: "if", "`if` is not closed: `fi` is missing"),
    Fault("while a; do b\n", at: "while", "`while` is not closed: `done` is missing"),
    Fault("case a in b) c;;\n", at: "case", "`case` is not closed: `esac` is missing"),
    Fault("echo $(a\n", at: "$(", "`$(` is not closed: `)` is missing"),
    Fault("echo `a\n", at: "`", "``` is not closed: ``` is missing"),
    Fault("f() { a\n", at: "{", "`{` is not closed: `}` is missing"),
    Fault("cat <<EOF\na\n", at: "<<EOF", "`<<EOF` is not closed: `EOF` is missing"),
    Fault("a; fi; b", at: "fi", "`fi` cannot stand here"),
    Fault("a ) b", at: ")", "`)` cannot stand here"),
    Fault("if a; b; fi", at: "", "`then` is missing here"),
    Fault("a | | b", at: "|", "`|` cannot stand here"),
    Fault("a &&\n", at: "&&", "`&&` cannot stand here"),
    Fault("echo ${a\n", at: "${", "`${` is not closed: `}` is missing"),
  ]

  @Test("notes what a shell refuses, at its place", arguments: faults)
  func refused(_ example: Fault) throws {
    let text = ShellText(example.text)
    let fault = try #require(text.script.faults.first)
    #expect(fault.message == example.message)
    #expect(text.text(at: fault.location) == example.at)
  }

  @Test("places every word exactly, through escapes and line ends")
  func places() {
    let text = ShellText("FOO=bar \\\n  apt-get 'install' \"$x\"  `echo \\`id\\``;b")
    #expect(text.script.calls.map { text.text(at: $0.name.location) } == ["id", "echo", "apt-get", "b"])
  }

  @Test("keeps the comments with their places")
  func comments() {
    let text = ShellText("#!/bin/sh\n# one\na # two\n$(b # three\n)")
    #expect(text.script.comments.map(text.text(at:)) == ["# one", "# two", "# three"])
  }

  @Test(
    "stops at a limit of nesting, in little time",
    arguments: ["(", "$(", "\"$(", "${a:-", "{ ", "if ", "`\\`", "((", "[[ (", "case a in b) ", "f() ", "<("])
  func nesting(_ opening: String) {
    let script = ShellText(String(repeating: opening, count: 20_000)).script
    #expect(!script.faults.isEmpty)
  }

  @Test("takes any bytes", arguments: 0..<200)
  func noise(_ seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let alphabet =
      Array("ab \n;&|()<>{}[]$`\"'\\#=!-*?if then fi do done case esac in EOF <<".utf8) + [0, 0xFF]
    let bytes = (0..<400).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    let file = SourceFile(FileID("noise.sh"), bytes: bytes)
    let script = ShellScript.parse(DerivedText(file))
    for call in script.calls { #expect(call.name.location.range.end <= bytes.count) }
    for fault in script.faults { #expect(fault.location.range.end <= bytes.count) }
  }
}
