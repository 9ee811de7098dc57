import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import Source
import Testing

/// Fixes that rules of the tests offer, applied by the real applier.
@Suite struct FixerTests {
  /// Offers to replace words by others wherever they stand in a template.
  struct Replacing: FileRule {
    static let id: RuleID = "packer/unknown-option"
    let words: [(old: String, new: String, safety: Fix.Safety)]

    func check(_ file: LintedFile, _ findings: inout Findings) {
      let bytes = file.source.bytes
      for word in words {
        let old = Array(word.old.utf8)
        for start in bytes.indices where bytes[start...].starts(with: old) {
          let place = Location(file.source.id, ByteRange(start, start + old.count))
          findings.add(
            "`\(word.old)` is old", at: place,
            fix: Fix(word.safety, edits: [.init(replacing: place, with: word.new)]))
        }
      }
    }
  }

  private func fixed(
    _ text: String, _ words: [(old: String, new: String, safety: Fix.Safety)], at level: FixLevel = .safe
  ) async -> FixResult {
    let tree = MemoryFileTree(["machine.json": Array(text.utf8)])
    let registry = RuleRegistry(fileRules: [Replacing(words: words)])
    let request = LintRequest(["machine.json"], inputs: TemplateInputs(workingDirectory: "/"))
    return await Fixer(tree, registry: registry, level: level).run(request)
  }

  private func text(_ result: FixResult) -> String? {
    result.files.first.map { String(decoding: $0.after, as: UTF8.self) }
  }

  @Test func `A fix whose work makes another one possible is followed by it`() async {
    let result = await fixed(
      #"{"builders": [{"one": 1}]}"#, [("one", "two", .safe), ("two", "three", .safe)])
    #expect(text(result) == #"{"builders": [{"three": 1}]}"#)
    #expect(result.fixedCount == 2)
    #expect(result.lint.findings.isEmpty)
  }

  @Test func `Unsafe fixes wait until they are asked for`() async {
    let words: [(old: String, new: String, safety: Fix.Safety)] = [
      ("one", "1", .unsafe), ("two", "2", .safe),
    ]
    let safe = await fixed(#"{"builders": ["one", "two"]}"#, words)
    #expect(text(safe) == #"{"builders": ["one", "2"]}"#)
    #expect(safe.lint.findings.count { $0.rule == Replacing.id } == 1)
    let all = await fixed(#"{"builders": ["one", "two"]}"#, words, at: .unsafe)
    #expect(text(all) == #"{"builders": ["1", "2"]}"#)
  }

  @Test func `Of fixes that overlap the first in the file is made`() async {
    let result = await fixed(#"{"builders": ["abc"]}"#, [("bc", "Z", .safe), ("ab", "X", .safe)])
    #expect(text(result) == #"{"builders": ["Xc"]}"#)
    #expect(result.fixedCount == 1)
  }

  @Test func `A fix that would break the syntax is not made, and does not keep others from their work`() async
  {
    let result = await fixed(#"{"builders": ["old", "mad"]}"#, [("old", "new", .safe), ("mad", "\"", .safe)])
    #expect(text(result) == #"{"builders": ["new", "mad"]}"#)
    #expect(result.fixedCount == 1)
    #expect(!result.isUnsettled)
  }

  @Test func `Fixes that undo each other end at the bound`() async {
    let result = await fixed(#"{"builders": ["ab"]}"#, [("ab", "cd", .safe), ("cd", "ab", .safe)])
    #expect(result.isUnsettled)
    #expect(result.fixedCount == Fixer.maximumRounds)
  }

  @Test func `What an exception covers is not mended`() async {
    let text = #"{"_ovenproof": "allow-file packer/unknown-option -- on purpose", "builders": ["one"]}"#
    let result = await fixed(text, [("one", "two", .safe)])
    #expect(result.files.isEmpty)
  }
}
