import DataSyntax
import Expectation

/// The report that container-structure-test writes as JSON.
struct StructureTestJSON {
  private let run: StructureTestRun

  init(_ record: RunRecord) { run = StructureTestRun(record) }

  var bytes: [UInt8] {
    let results = run.results.map(Self.value)
    let value = JSONText.members([
      ("Pass", .integer(run.passes)), ("Fail", .integer(run.failures)),
      ("Total", .integer(run.results.count)),
      ("Duration", .integer(run.duration)), ("Results", results.isEmpty ? nil : .array(results)),
    ])
    return Self.escapingReplacements(value.goCompact(escapesMarkup: true)) + [0x0A]
  }

  private static func value(_ result: StructureTestResult) -> JSONText {
    func text(_ bytes: [UInt8]) -> JSONText? {
      bytes.isEmpty ? nil : .string(GoText.text(bytes))
    }
    return .members([
      ("Name", .string(result.name)), ("Pass", .bool(result.errors.isEmpty)), ("Stdout", text(result.output)),
      ("Stderr", text(result.error)), ("Errors", result.errors.isEmpty ? nil : .strings(result.errors)),
      ("Duration", .integer(result.duration)),
    ])
  }

  /// What stands for a byte that is no UTF-8 is written as an escape; outside texts JSON has none.
  private static func escapingReplacements(_ bytes: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      escaped += scalar == "\u{FFFD}" ? Array("\\ufffd".utf8) : Array(String(scalar).utf8)
    }
    return escaped
  }
}
