import Diagnostics
import Lint
import RuleCatalog
import Source
import Testing

/// Every example of every page, as it stands.
@Suite struct PageExampleTests {
  /// A finding as a page draws it: place on the first line, and message.
  struct Drawn: Hashable, CustomStringConvertible {
    let file: String
    let range: ByteRange
    let continues: Bool
    let message: String

    var description: String {
      "\(file) bytes \(range.start)..<\(range.end)\(continues ? " and on" : ""): \(message)"
    }
  }

  @Test func `There are pages, and examples of both kinds`() {
    #expect(PageExample.reported.count > 40 && PageExample.notReported.count > 40)
    #expect(PageExample.fixed.count >= 4)
  }

  @Test(arguments: PageExample.all)
  func `An example is reported as its carets draw it`(example: PageExample) async {
    let run = ExampleRun(example.example)
    let result = await run.result()
    let found = result.findings.filter { $0.rule == example.page.id }
    var missing: [(drawn: Drawn, line: Int)] = example.example.files.flatMap { file in
      file.expected.map {
        (Drawn(file: file.path, range: $0.range, continues: $0.continues, message: $0.message), $0.line)
      }
    }
    for finding in found {
      let drawn = drawn(finding, in: result.sources)
      if let index = missing.firstIndex(where: { $0.drawn == drawn }) {
        missing.remove(at: index)
      } else {
        Issue.record("\(example.place(0)): not drawn: \(drawn)")
      }
    }
    for (drawn, line) in missing { Issue.record("\(example.place(line)): not found: \(drawn)") }
    #expect(result.failures.isEmpty)
  }

  @Test(arguments: PageExample.notReported)
  func `An example that is not reported has no error of another rule`(example: PageExample) async {
    let result = await ExampleRun(example.example).result()
    let errors = result.findings.filter { $0.severity == .error && $0.rule != example.page.id }
    #expect(errors.map { "\($0.rule): \($0.message)" } == [])
  }

  @Test(arguments: PageExample.fixed)
  func `Fixes make of an example what the page says`(example: PageExample) async {
    let run = ExampleRun(example.example)
    let result = await run.result()
    let edits = result.findings.filter { $0.rule == example.page.id }.compactMap(\.fixes.first).flatMap(
      \.edits)
    for file in example.example.fixed {
      guard var bytes = run.files.first(where: { $0.path == file.path })?.bytes else {
        Issue.record("\(example.place(file.line)): the example has no such file")
        continue
      }
      for edit in edits.filter({ $0.location.file.path == file.path }).sorted(by: {
        $0.location > $1.location
      }) {
        bytes.replaceSubrange(edit.location.range.indices, with: edit.text.utf8)
      }
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: file.bytes, as: UTF8.self))
    }
  }

  private func drawn(_ finding: Diagnostic, in sources: SourceSet) -> Drawn {
    let range = finding.primary.range
    guard let file = sources[finding.primary.file] else {
      return Drawn(file: finding.primary.file.path, range: range, continues: false, message: finding.message)
    }
    let line = file.lines.range(ofLine: file.lines.line(at: range.start))
    let end = (line.indices.last { file.bytes[$0] != 0x0A && file.bytes[$0] != 0x0D } ?? line.start - 1) + 1
    // A place without a byte is drawn as one caret.
    let shown =
      range.isEmpty
      ? ByteRange(range.start, min(range.start + 1, max(end, range.start)))
      : ByteRange(range.start, max(range.start, min(range.end, end)))
    return Drawn(
      file: finding.primary.file.path, range: shown, continues: range.end > line.end, message: finding.message
    )
  }
}
