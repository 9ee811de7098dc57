import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import Source
import Sprig
import Support
import StructureTest
import RubySyntax
import Testing

/// A spec of `Fixtures/conversions`, and what it becomes in each dialect: `NAME.expected`. A case is added by adding a file.
struct ConversionCase: Sendable, CustomTestStringConvertible {
  let file: CaseFolder.File

  var testDescription: String { file.name }
  var source: SourceFile { SourceFile(FileID(file.name), bytes: file.bytes) }

  static func all() throws -> [ConversionCase] {
    try CaseFolder.files(in: "conversions", endings: [".rb", ".yaml", ".json"]).map {
      ConversionCase(file: $0)
    }
  }

  static let options = GossOptions(machine: .none, compatibility: .mended)

  /// The spec as a draft, and what is wrong with it.
  func draft() -> (draft: SpecDraft, faults: [String]) {
    if RubySpecReader.isOne(source) {
      let (draft, faults) = RubySpecReader.read(source)
      return (draft, faults.map(\.message))
    }
    let reading = SpecReading.read(source, in: MemoryFileTree([:]), Self.options)
    return (reading.draft, reading.diagnostics.filter { $0.severity == .error }.map(\.message))
  }

  /// What it becomes in each dialect.
  func report() -> String {
    let (draft, faults) = draft()
    var text = faults.map { "fault: \($0)\n" }.joined()
    for (name, dialect) in [
      ("ovenproof", Outcome.Dialect.ovenproof), ("goss", .goss), ("structure-test", .cst),
    ] {
      let written = SpecWriter.text(of: draft, in: dialect)
      text += "=== \(name)\n\(written.text)"
      for left in written.leftOut {
        let line = left.origin.map { source.position(at: $0.range.start).line }
        text += "left out at line \(line.map(String.init) ?? "?"): \(left.reason)\n"
      }
      for fault in Self.faults(in: written.text, dialect) { text += "NOT SOUND: \(fault)\n" }
    }
    return text
  }

  /// What the reader of a dialect has against a text.
  static func faults(in text: String, _ dialect: Outcome.Dialect) -> [String] {
    let file = SourceFile(FileID("written.yaml"), bytes: Array(text.utf8))
    return SpecReading.read(file, as: dialect, in: MemoryFileTree([:]), options).diagnostics.map(\.message)
  }
}
