import ShellSyntax
import Source
import Testing

struct ShellCallTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let calls: String
    init(_ text: String, _ calls: String) {
      self.text = text
      self.calls = calls
    }
    var testDescription: String { text }
  }

  /// Calls as `name`, with `~` behind a tolerated one and `?` behind one that may not happen.
  static let cases = [
    Case("a; b | c", "a b c"),
    Case("a && b || c", "a~ b? c?"),
    Case("if a; then b; else c; fi", "a~ b? c?"),
    Case("while a; do b; done", "a~ b?"),
    Case("for x in 1 2; do a; done; for x in $y; do b; done", "a b?"),
    Case("case $x in a) b;; esac", "b?"),
    Case("f() { a; }\nb", "a? b"),
    Case("f() { a; }\ng() { f; }\ng", "a f g"),
    Case("sudo -u app -E env A=b make install", "sudo env make"),
    Case("timeout -k 5 10 curl x | sudo bash -s --", "timeout curl sudo bash"),
    Case("command -v docker >/dev/null", "command"),
    Case("xargs -n 1 rm -f", "xargs rm"),
    Case("echo $(date) `id` \"$(uname)\" <(sort)", "date id uname sort echo"),
    Case("$x a; \"$y\"", ""),
    Case("A=$(id) b", "id b"),
    Case("cat <<EOF\n$(hostname)\nEOF", "hostname cat"),
    Case("! a", "a~"),
    Case("[[ $(a) ]]; ((1)); x=$(($(b)+1))", "a b"),
    Case("nohup setsid a &", "nohup setsid a"),
  ]

  @Test("finds what is called, and how sure it is", arguments: cases)
  func calls(_ example: Case) {
    let found = ShellText(example.text).script.calls.map { call in
      switch call.certainty {
      case .always: call.name.value
      case .tolerated: call.name.value + "~"
      case .sometimes: call.name.value + "?"
      }
    }
    #expect(found.joined(separator: " ") == example.calls)
  }

  @Test("names wrappers, functions and aliases")
  func names() throws {
    let script = ShellText("alias ll='ls -l'\nf() { sudo a; }\nfunction g { b; }").script
    #expect(script.functions == ["f", "g"])
    #expect(script.aliases == ["ll"])
    let call = try #require(script.calls.first { $0.name.value == "a" })
    #expect(call.wrappers == ["sudo"])
    #expect(call.function == "f")
  }

  @Test("points through a derived text into its file")
  func derived() throws {
    let file = SourceFile(FileID("machine.json"), bytes: Array("[\"apt-get\\tupdate\"]".utf8))
    var builder = DerivedTextBuilder()
    builder.append(verbatim: file.bytes[2..<9], from: Location(file.id, ByteRange(2, 9)))
    builder.append(generated: [9], by: Location(file.id, ByteRange(9, 11)))
    builder.append(verbatim: file.bytes[11..<17], from: Location(file.id, ByteRange(11, 17)))
    let script = ShellScript.parse(builder.text(whole: Location(file.id, ByteRange(2, 17))))
    let call = try #require(script.calls.first)
    #expect(call.name.location.range == ByteRange(2, 9))
    #expect(call.arguments.map(\.location.range) == [ByteRange(11, 17)])
  }
}
