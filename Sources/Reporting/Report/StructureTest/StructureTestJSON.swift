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
    return Self.escapingMarks(value.compact) + [0x0A]
  }

  private static func value(_ result: StructureTestResult) -> JSONText {
    func text(_ bytes: [UInt8]) -> JSONText? {
      bytes.isEmpty ? nil : .string(String(decoding: bytes, as: UTF8.self))
    }
    return .members([
      ("Name", .string(result.name)), ("Pass", .bool(result.errors.isEmpty)), ("Stdout", text(result.output)),
      ("Stderr", text(result.error)), ("Errors", result.errors.isEmpty ? nil : .strings(result.errors)),
      ("Duration", .integer(result.duration)),
    ])
  }

  /// Go escapes what would mean something in HTML; outside texts JSON has none of these.
  private static func escapingMarks(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): Array("\\u003c".utf8)
      case UInt8(ascii: ">"): Array("\\u003e".utf8)
      case UInt8(ascii: "&"): Array("\\u0026".utf8)
      default: [byte]
      }
    }
  }
}
