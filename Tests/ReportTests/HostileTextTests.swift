import Diagnostics
import Expectation
import Report
import Testing

/// Text of users holds whatever it likes; none of it may become part of a form's own grammar.
@Suite struct HostileTextTests {
  static let hostile =
    "<script>alert('1')</script>\"&amp; ]]> --> \u{1B}[31mred\u{1B}]0;title\u{7} %0A %\r\n::error file=x::y\n##[error]z"
    + " \u{0}\u{8}\u{9B}31m\u{202E}txt\u{2066} \u{FFFE} `code` \u{85}\u{2028}[a](b) \u{1F469}\u{200D}\u{1F373}"

  static var record: RunRecord {
    let text = hostile
    let place = Place(
      file: text, start: .init(line: 3, column: 2, offset: 20), end: .init(line: 3, column: 9, offset: 27),
      snippet: "\t\(text)")
    let note = Finding.Note(text: text, place: place)
    var record = RunRecord(tool: .init(name: text, version: text))
    record.subject.templates = [.init(name: text, digest: text)]
    record.subject.images = [.init(name: text, digest: text)]
    record.subject.specs = [.init(file: text, dialect: text, digest: text)]
    record.run = .init(started: 0, durations: [text: 1], host: text)
    record.findings = Severity.allCases.map { severity in
      Finding(
        rule: text, severity: severity, message: text, help: text, place: place, labels: [note],
        notes: [text],
        chain: [note], fix: .init(safety: .unsafe, edits: [.init(place: place, text: text)]))
    }
    record.suppressed = Exception.Source.allCases.map {
      Finding(rule: text, severity: .error, message: text, place: place, exception: Exception(text, $0))
    }
    record.builds = BuildRecord.Verdict.allCases.map { verdict in
      BuildRecord(
        name: text, template: text, verdict: verdict, base: .init(name: text, digest: text),
        steps: BuildRecord.Verdict.allCases.map {
          StepRecord(
            id: text, title: text, verdict: $0, exitCode: 1, origin: place, tail: [text], message: text)
        }, artifacts: [text])
    }
    record.assertions = Outcome.Verdict.allCases.map { verdict in
      Assertion(
        id: text, title: text, dialect: .goss, resource: text, property: text, verdict: verdict,
        expected: text,
        actual: text, message: text, evidence: [text], place: place, image: text)
    }
    return record
  }

  static func written(_ format: ReportFormat, colored: Bool = false) -> String {
    String(decoding: format.write(record, .run, colored: colored), as: UTF8.self)
  }

  @Test(
    "No byte that steers a terminal comes out",
    arguments: [ReportFormat.text, .github, .html, .junit, .checkstyle, .markdown, .tap])
  func controlCharacters(_ format: ReportFormat) {
    let steering = Self.written(format).unicodeScalars.filter { scalar in
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0x7F
    }
    #expect(steering.isEmpty)
  }

  @Test(
    "No mark that reorders text comes out on a terminal or a page",
    arguments: [ReportFormat.text, .github, .html, .markdown, .tap])
  func directionMarks(_ format: ReportFormat) {
    let marks = Self.written(format).unicodeScalars.filter { scalar in
      (0x80..<0xA0).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(marks.isEmpty)
  }

  @Test("Every escape sequence of a coloured report is one of ours")
  func colours() {
    var text = Self.written(.text, colored: true)
    for tone in Palette.Tone.allCases {
      let painted = Palette.colored.paint("|", tone)
      let marks = painted.split(separator: "|").map(String.init)
      for mark in marks { text = text.split(separator: mark, omittingEmptySubsequences: false).joined() }
    }
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("Each line of the terminal's form is a whole line of ours")
  func lines() {
    #expect(!Self.written(.text).contains("\n::"))
    #expect(!Self.written(.text).contains("\n##"))
  }

  @Test("A page holds no markup but ours")
  func markup() {
    let page = Self.written(.html)
    #expect(!page.contains("<script"))
    #expect(!page.contains("alert('1')"))
    #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
    #expect(page.contains("&quot;&amp;amp;"))
  }

  @Test("XML holds no character that XML cannot hold, and no markup but ours")
  func xml() {
    let xml = Self.written(.junit)
    #expect(!xml.contains("<script"))
    #expect(!xml.contains("]]>"))
    #expect(!xml.unicodeScalars.contains("\u{FFFE}"))
    #expect(xml.contains("\u{FFFD}[31mred"))
    #expect(xml.contains("&#13;&#10;::error"))
  }

  @Test("GitHub sees no command but ours, each on one line")
  func workflowCommands() {
    let lines = Self.written(.github).split(separator: "\n", omittingEmptySubsequences: false)
    let commands = lines.filter { $0.hasPrefix("::") }
    // Three findings, a failed step in each of six builds, five assertions that are not green.
    #expect(commands.count == 3 + 6 + 5)
    for command in commands {
      #expect(
        command.hasPrefix("::error file=") || command.hasPrefix("::warning file=")
          || command.hasPrefix("::notice file="))
      #expect(command.contains("%250A %25%0D%0A"))
      let properties = command.dropFirst(2).prefix { $0 != ":" }
      #expect(
        properties.split(separator: ",").count == properties.split(separator: ",").count { $0.contains("=") })
    }
    #expect(!lines.contains { !$0.hasPrefix("::") && $0.contains("##[") })
  }

  @Test("GitHub sees no command in what is not shown as an annotation, blanks before it or not")
  func plainLines() {
    var record = RunRecord(tool: .init(name: "ovenproof", version: "0.1.0"))
    for file in [
      "::error file=x::y.json", " \t::error file=x::y.json", "\u{A0}::a::b", ":::x::y", "##[error]x.json",
    ] {
      let place = Place(
        file: file, start: .init(line: 1, column: 2, offset: 1), end: .init(line: 1, column: 3, offset: 2),
        snippet: "")
      record.findings += (1...11).map {
        Finding(rule: "a/b", severity: .error, message: "m\($0)", place: place)
      }
    }
    let written = String(decoding: ReportFormat.github.write(record, .lint, colored: false), as: UTF8.self)
    let lines = written.split(separator: "\n").dropFirst(10)
    #expect(lines.count == 45 + 2)
    for line in lines {
      let trimmed = line.unicodeScalars.drop { $0.properties.isWhitespace }
      #expect(!String(String.UnicodeScalarView(trimmed)).hasPrefix("::"), "\(line)")
      #expect(!line.contains("##["), "\(line)")
    }
  }

  @Test("A job's summary page is a table and nothing else")
  func stepSummary() {
    let lines = String(decoding: StepSummary(Self.record).bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1 + 2 + 3 + 6 * 1 + 5)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") })
    #expect(lines.dropFirst(3).allSatisfy { $0.contains("\\<script\\>") && !$0.contains(" <") })
  }

  @Test("The JSON form gives every byte back")
  func json() throws {
    let record = Self.record
    let read = RunRecord.read(ReportFormat.json.write(record, .run, colored: false), file: "hostile.json")
    #expect(read.diagnostics.isEmpty)
    #expect(read.record == record.sorted)
  }
}
