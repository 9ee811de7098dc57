import Diagnostics
import Report
import Source
import Testing

@Suite struct RunRecordReadingTests {
  private static func bytes() throws -> [UInt8] {
    ReportFormat.json.write(try SampleRecord().record, .run, colored: false)
  }

  @Test("A record is read back as it was written")
  func roundTrip() throws {
    let record = try SampleRecord().record
    let read = RunRecord.read(try Self.bytes(), file: "run.json")
    #expect(read.diagnostics.isEmpty)
    #expect(read.record == record.sorted)
  }

  /// A change to the text of a record, and the fault that it makes.
  struct Fault: Sendable, CustomTestStringConvertible {
    let original: String
    let broken: String
    let message: String
    /// What the fault points at begins with this.
    let place: String

    init(_ original: String, _ broken: String, _ message: String, at place: String) {
      self.original = original
      self.broken = broken
      self.message = message
      self.place = place
    }

    var testDescription: String { message }
  }

  @Test(
    "What is wrong in a record is said with its place",
    arguments: [
      Fault(
        "ovenproof/run/1", "ovenproof/run/2",
        "the record has the schema `ovenproof/run/2`; this version reads `ovenproof/run/1`",
        at: "\"ovenproof/run/2"),
      Fault(
        "ovenproof/run/1", "ovenproof/lint/1",
        "the file is no record of a run: its schema is `ovenproof/lint/1`, not `ovenproof/run/1`",
        at: "\"ovenproof/lint/1"),
      Fault("\"findings\":", "\"finding\":", "`findings` is missing", at: "{"),
      Fault("\"line\": 4", "\"lin\": 4", "`line` is missing", at: "{"),
      Fault(
        "\"line\": 4", "\"line\": 0", "`line` must be a whole number from 1 to 1000000000", at: "0"),
      Fault(
        "\"column\": 3", "\"column\": 99999999999999999999",
        "`column` must be a whole number from 1 to 1000000000", at: "99999999999999999999"),
      Fault(
        "\"severity\": \"error\"", "\"severity\": \"fatal\"", "`severity` is `fatal`, which it cannot be",
        at: "\"fatal\""),
      Fault("\"verdict\": \"cached\"", "\"verdict\": true", "`verdict` must be a text", at: "true"),
      Fault("\"builds\": [", "\"builds\": {}, \"b\": [", "`builds` must be a list", at: "{}"),
      Fault("\"tool\": {", "\"tool\": 1, \"t\": {", "`tool` must be an object", at: "1"),
      Fault(
        "\"lint\": 0.018", "\"lint\": \"soon\"", "a duration must be a number of seconds", at: "\"soon\""),
      Fault(
        "T13:37:07Z", "T25:37:07Z", "`started` is no moment such as `2026-01-31T12:00:00Z`", at: "\"2026-11-"),
    ])
  func faults(_ fault: Fault) throws {
    let original = String(decoding: try Self.bytes(), as: UTF8.self)
    let start = try #require(original.firstRange(of: fault.original))
    let broken = Array(original.replacingCharacters(in: start, with: fault.broken).utf8)
    let read = RunRecord.read(broken, file: "run.json")
    #expect(read.record == nil)
    let found = try #require(read.diagnostics.first)
    #expect(found.message == fault.message)
    #expect(found.primary.file == "run.json")
    #expect(String(decoding: broken[found.primary.range.start...], as: UTF8.self).hasPrefix(fault.place))
  }

  @Test(
    "What is no record at all is refused",
    arguments: ["", "[]", "null", "{}", "{\"schema\": 1}", "{\"schema\"", "\u{0}"])
  func nothing(_ text: String) {
    let read = RunRecord.read(Array(text.utf8), file: "run.json")
    #expect(read.record == nil)
    #expect(!read.diagnostics.isEmpty)
  }

  @Test("A record cut anywhere is refused with a reason")
  func cut() throws {
    let bytes = try Self.bytes()
    for length in stride(from: 0, to: bytes.count - 2, by: 997) {
      let read = RunRecord.read(Array(bytes.prefix(length)), file: "run.json")
      #expect(read.record == nil && !read.diagnostics.isEmpty, "cut after \(length) bytes")
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}

extension FileID: ExpressibleByStringLiteral {
  public init(stringLiteral path: String) { self.init(path) }
}
