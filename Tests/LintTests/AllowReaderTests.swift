import DataSyntax
import Diagnostics
import Source
import Testing

@testable import Lint

@Suite struct AllowReaderTests {
  private let rule: RuleID = "packer/floating-base-tag"

  private func file(_ text: String, _ name: String) -> SourceFile {
    SourceFile(FileID(name), bytes: Array(text.utf8))
  }

  /// The texts, among the given ones, at which a finding would be covered.
  private func covered(_ text: String, _ name: String, _ spots: [String]) -> [String] {
    let source = file(text, name)
    let syntax: DataSyntaxKind? = name.hasSuffix(".json") ? .json : name.hasSuffix(".yaml") ? .yaml : nil
    let tree = syntax.map { DataParser.parse(DerivedText(source), as: $0).tree }
    let reader = AllowReader(source, tree: tree)
    #expect(reader.diagnostics.map(\.message) == [])
    return spots.filter { spot in
      guard let range = text.range(of: spot) else { return false }
      let finding = Diagnostic(rule, .warning, "x", at: Location(source.id, range))
      return reader.allows.contains { $0.covers(finding) }
    }
  }

  @Test func `In JSON a pointer covers a node with its key and all inside`() {
    let text = """
      {"_ovenproof-1": "allow packer/floating-base-tag at /builders/0/image -- why",
       "builders": [{"image": "first"}, {"image": "second"}]}
      """
    let spots = [#""image": "first""#, "first", "second", #""builders":"#]
    #expect(covered(text, "m.json", spots) == [#""image": "first""#, "first"])
    let whole = text.replacingFirst("/builders/0/image", with: "/builders")
    #expect(covered(whole, "m.json", spots) == [#""image": "first""#, "first", "second", #""builders":"#])
    let file = text.replacingFirst("allow packer", with: "allow-file packer")
    #expect(covered(file, "m.json", spots) == spots)
  }

  @Test func `A comment covers its line`() {
    let text = "one # ovenproof: allow packer/floating-base-tag -- why\ntwo\n"
    #expect(covered(text, "s.sh", ["one", "two"]) == ["one"])
  }

  @Test func `A comment alone on its line covers the next statement`() {
    let text = """
      zero
      # ovenproof: allow packer/floating-base-tag -- why
      # another comment

      one \\
        two
      three
      """
    #expect(covered(text, "s.sh", ["zero", "one", "two", "three"]) == ["one", "two"])
  }

  @Test func `In YAML a comment alone on its line covers the next entry or element`() {
    let text = """
      builders:
        # ovenproof: allow packer/floating-base-tag -- why
        - type: first
          image: second
        - type: third
          # ovenproof: allow packer/floating-base-tag -- why
          image: fourth
          run: fifth
      """
    #expect(
      covered(text, "m.yaml", ["builders", "first", "second", "third", "fourth", "fifth"])
        == ["first", "second", "fourth"])
  }

  @Test func `In YAML a comment behind a value covers its line`() {
    let text =
      "builders:\n  - type: first # ovenproof: allow packer/floating-base-tag -- why\n    image: second\n"
    #expect(covered(text, "m.yaml", ["first", "second"]) == ["first"])
  }

  @Test func `At the top a comment can cover the file`() {
    let text = "#!/bin/sh\n# ovenproof: allow-file packer/floating-base-tag -- why\none\ntwo\n"
    #expect(covered(text, "s.sh", ["one", "two"]) == ["one", "two"])
  }

  @Test func `Several rules can be named at once`() {
    let reader = AllowReader(
      file("x # ovenproof: allow packer/floating-base-tag, lint/unused-allow -- why\n", "s.sh"), tree: nil)
    #expect(reader.allows.map(\.rule.name) == ["packer/floating-base-tag", "lint/unused-allow"])
    #expect(reader.allows.map(\.reason) == ["why", "why"])
  }

  @Test(arguments: [
    (
      "a # ovenproof: allow packer/floating-base-tag\n", "lint/allow-without-reason",
      "the exception gives no reason"
    ),
    (
      "a # ovenproof: allow packer/floating-base-tag --\n", "lint/allow-without-reason",
      "the exception gives no reason"
    ),
    (
      "a # ovenproof: allow packer/floating-tag -- why\n", "lint/unknown-rule",
      "no rule is called `packer/floating-tag`"
    ),
    (
      "a # ovenproof: alow packer/floating-base-tag -- why\n", "lint/malformed-allow",
      "`alow` is no word of ours"
    ),
    ("a # ovenproof: allow -- why\n", "lint/malformed-allow", "the exception names no rule"),
    ("a # ovenproof:\n", "lint/malformed-allow", "the exception is empty"),
    (
      "a\n# ovenproof: allow-file packer/floating-base-tag -- why\n", "lint/malformed-allow",
      "`allow-file` stands below the top of the file"
    ),
  ])
  func `A faulty exception counts for nothing and is told`(text: String, rule: String, message: String) {
    let reader = AllowReader(file(text, "s.sh"), tree: nil)
    #expect(reader.allows.isEmpty)
    #expect(reader.diagnostics.map(\.rule.name) == [rule])
    #expect(reader.diagnostics.map(\.message) == [message])
  }

  @Test(arguments: [
    (#"{"_ovenproof": "allow packer/floating-base-tag -- why"}"#, "the exception does not say where"),
    (#"{"_ovenproof": {"allow": "packer/floating-base-tag"}}"#, "an exception is not a text"),
  ])
  func `In JSON an exception is a text that says where`(text: String, message: String) {
    let source = file(text, "m.json")
    let reader = AllowReader(source, tree: DataParser.parse(DerivedText(source), as: .json).tree)
    #expect(reader.diagnostics.map(\.message) == [message])
  }

  @Test func `Only real comments count`() {
    let source = file(##"{"a": "# ovenproof: allow packer/floating-base-tag -- why"}"##, "m.json")
    let reader = AllowReader(source, tree: DataParser.parse(DerivedText(source), as: .json).tree)
    #expect(reader.allows.isEmpty && reader.diagnostics.isEmpty)
    let word = AllowReader(file("see ovenproof: allow it, a#ovenproof: allow x\n", "s.sh"), tree: nil)
    #expect(word.allows.isEmpty && word.diagnostics.isEmpty)
  }
}

extension String {
  /// The bytes at which a text first stands.
  fileprivate func range(of part: String) -> ByteRange? {
    let bytes = Array(utf8)
    let wanted = Array(part.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }
    return start.map { ByteRange($0, $0 + wanted.count) }
  }

  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = range(of: part) else { return self }
    let bytes = Array(utf8)
    return String(decoding: bytes[..<range.start] + Array(other.utf8) + bytes[range.end...], as: UTF8.self)
  }
}
