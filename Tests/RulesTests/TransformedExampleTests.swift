import DataSyntax
import Diagnostics
import Lint
import RuleCatalog
import Source
import Testing

/// Every example of every page once more, in another form: the rule must see through it.
@Suite struct TransformedExampleTests {
  @Test(arguments: PageExample.transformable)
  func `Behind text of many bytes the same is reported`(example: PageExample) async {
    let front = Front(in: example.example.files[0], of: Front.manyBytes)
    guard let front else { return }
    var run = ExampleRun(example.example)
    run.files[0].bytes = front.bytes
    let found = await run.result().findings.filter { $0.rule == example.page.id }
    let expected = example.example.files.flatMap { file in
      file.expected.map {
        Spot(file.path, file.path == run.files[0].path ? front.moved($0.range) : $0.range, $0)
      }
    }
    #expect(Set(found.map { Spot($0) }) == Set(expected), "\(example.place(0))")
  }

  @Test(arguments: PageExample.transformable.filter { $0.example.files[0].path.hasSuffix(".json") })
  func `As YAML the same is reported, at the same pointers`(example: PageExample) async {
    let file = example.example.files[0]
    let json = DataParser.parse(DerivedText(SourceFile(FileID(file.path), bytes: file.bytes)), as: .json).tree
    guard json.root.kind == .mapping else { return }
    var run = ExampleRun(example.example)
    run.files[0].path = String(file.path.dropLast(5)) + ".yaml"
    run.files[0].bytes = Array("# é😀ß\n\(YAMLText(json.root).text)".utf8)
    let result = await run.result()
    let yaml = DataParser.parse(
      DerivedText(SourceFile(FileID(run.files[0].path), bytes: run.files[0].bytes)), as: .yaml
    ).tree
    var found = result.findings.filter { $0.rule == example.page.id }
    for expected in example.example.files.flatMap(\.expected) {
      let isInTemplate = file.expected.contains(expected)
      let places = isInTemplate ? json.descriptions(of: expected.range) : []
      #expect(
        !isInTemplate || !places.isEmpty, "\(example.place(expected.line)): the range is no part of the tree")
      let index = found.firstIndex { finding in
        guard finding.message == expected.message else { return false }
        guard isInTemplate else { return true }
        return !places.isDisjoint(with: yaml.descriptions(of: finding.primary.range))
      }
      if let index {
        found.remove(at: index)
      } else {
        Issue.record("\(example.place(expected.line)): not found as YAML")
      }
    }
    #expect(
      found.map(\.message) == [],
      "\(example.place(0)): \(String(decoding: run.files[0].bytes, as: UTF8.self))")
  }

  @Test(arguments: PageExample.transformable.filter { $0.example.promise == .reported })
  func `With an exception nothing is reported, and the exception is of use`(example: PageExample) async {
    var run = ExampleRun(example.example)
    let comment = Array("# ovenproof: allow-file \(example.page.id) -- tried\n".utf8)
    for (index, file) in example.example.files.enumerated() where !file.expected.isEmpty {
      if file.path.hasSuffix(".json") {
        guard let front = Front(in: file, of: #""_ovenproof": "allow-file \#(example.page.id) -- tried", "#)
        else { return }
        run.files[index].bytes = front.bytes
      } else {
        run.files[index].bytes = inserted(comment, into: file.bytes)
      }
    }
    let result = await run.result()
    let spoken = result.findings.filter { $0.rule == example.page.id || $0.rule.name.hasPrefix("lint/") }
    #expect(spoken.map(\.message) == [], "\(example.place(0))")
    let count = example.example.files.flatMap(\.expected).count
    #expect(result.suppressed.count { $0.rule == example.page.id } == count, "\(example.place(0))")
  }
}

/// A comment at the top of a text; behind the line that names the interpreter, where there is one.
private func inserted(_ comment: [UInt8], into bytes: [UInt8]) -> [UInt8] {
  let hasShebang = bytes.starts(with: "#!".utf8) || bytes.starts(with: "\u{FEFF}#!".utf8)
  let end = hasShebang ? (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1 : 0
  return bytes[..<end] + comment + bytes[end...]
}

/// A file, a range and a message.
private struct Spot: Hashable, CustomStringConvertible {
  let file: String
  let start: Int
  let message: String

  init(_ file: String, _ range: ByteRange, _ expected: RuleExample.ExpectedFinding) {
    self.file = file
    start = range.start
    message = expected.message
  }

  init(_ finding: Diagnostic) {
    file = finding.primary.file.path
    start = finding.primary.range.start
    message = finding.message
  }

  var description: String { "\(file):\(start) \(message)" }
}
