import DataSyntax
package import Expectation
import Source

/// A report as goss writes it, byte for byte but for its times.
package struct GossReport {
  let groups: [[GossResult]]
  let options: GossFormOptions
  /// Seconds that the run took.
  let seconds: Double
  let started: Timestamp
  private let form: GossForm

  /// A report of results in goss's order; those of one resource stand together.
  package init(
    _ results: [GossResult], _ form: GossForm, _ options: GossFormOptions = GossFormOptions(),
    started: Int = 0,
    seconds: Double = 0
  ) {
    var groups: [[GossResult]] = []
    for result in results {
      if let first = groups.last?.first, first.type == result.type, first.id.isExactly(result.id) {
        groups[groups.count - 1].append(result)
      } else {
        groups.append([result])
      }
    }
    self.groups = options.isSorted ? groups.sorted { Self.key($0) < Self.key($1) } : groups
    self.options = options
    self.form = form
    self.seconds = seconds
    self.started = Timestamp(started)
  }

  /// A report of the assertions of a record; those of other dialects are put in goss's terms.
  init(_ record: RunRecord, _ form: GossForm) {
    let results = record.assertions.map { GossResult($0) }.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    self.init(
      results.map(\.element), form, started: record.run.started ?? 0,
      seconds: record.run.durations.values.reduce(0, +))
  }

  private static func key(_ group: [GossResult]) -> Bytes {
    Bytes(Array((group.first.map { "\($0.type):\($0.id)" } ?? "").utf8))
  }

  /// A text in the order of its bytes.
  private struct Bytes: Comparable {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    static func < (a: Bytes, b: Bytes) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
  }

  var results: [GossResult] { groups.flatMap { $0 } }

  func count(_ status: GossResult.Status) -> Int { results.count { $0.status == status } }

  /// The exit code that goss gives the form.
  package var exitCode: Int32 {
    let fails = count(.failed) > 0
    switch form {
    case .structured, .prometheus: return 0
    case .nagios: return fails ? 2 : 0
    case .rspecish, .documentation, .json, .jsonOneline, .tap, .junit, .silent: return fails ? 1 : 0
    }
  }

  /// What goes to the standard output.
  package var bytes: [UInt8] {
    switch form {
    case .rspecish: StrayBytes.bytes(of: marks + "\n\n" + failures + totals)
    case .documentation: StrayBytes.bytes(of: listing + "\n\n" + failures + totals)
    case .tap: Array(tap.utf8)
    case .junit: Array(junit.utf8)
    case .nagios: Array(nagios.utf8)
    case .silent: []
    case .prometheus: Array(GossMetrics(self).text.utf8)
    case .json, .jsonOneline:
      GossJSON(self, options.uncolored).summary(pretty: form == .json && options.isPretty)
    case .structured: GossJSON(self, options).structured(pretty: options.isPretty)
    }
  }

  /// Seconds with three places: `0.002s`.
  var duration: String { GoNumberText.fixed(seconds, places: 3) + "s" }

  private var text: GossResultText { GossResultText(options) }

  private var marks: String {
    results.map { result in
      switch result.status {
      case .passed: text.painted(".", result.status)
      case .failed: text.painted("F", result.status)
      case .skipped: text.painted("S", result.status)
      }
    }.joined()
  }

  private var listing: String {
    groups.map { group in
      text.head(of: group[0]) + group.map { text.line($0, isCompact: false) + "\n" }.joined()
    }.joined()
  }

  private var failures: String {
    let open = groups.map { $0.filter { $0.status != .passed } }.filter { !$0.isEmpty }
      .sorted { Self.key($0) < Self.key($1) }
    guard !open.isEmpty else { return "" }
    return "Failures/Skipped:\n\n"
      + open.map { group in
        text.head(of: group[0]) + group.map { text.line($0, isCompact: false) + "\n" }.joined() + "\n"
      }.joined()
  }

  private var totals: String {
    let counts = "Count: \(results.count), Failed: \(count(.failed)), Skipped: \(count(.skipped))\n"
    return "Total Duration: \(duration)\n" + text.painted(counts, count(.failed) > 0 ? .failed : .passed)
  }

  private var tap: String {
    var lines = "1..\(results.count)\n"
    for (index, result) in results.enumerated() {
      let head = result.status == .failed ? "not ok" : "ok"
      let skip = result.status == .skipped ? "# SKIP " : ""
      lines += "\(head) \(index + 1) - \(skip)\(text.line(result, isCompact: true))\n"
    }
    return lines
  }

  private var nagios: String {
    let fails = count(.failed)
    let skips = count(.skipped)
    var line = "GOSS \(fails > 0 ? "CRITICAL" : "OK") - "
    line += "Count: \(results.count), Failed: \(fails), Skipped: \(skips), Duration: \(duration)"
    if options.hasPerformanceData {
      line += "|total=\(results.count) failed=\(fails) skipped=\(skips) duration=\(duration)"
    }
    guard options.isVerbose else { return line + "\n" }
    let failed = results.filter { $0.status == .failed }.enumerated().map { index, result in
      "Fail \(index + 1) - \(text.line(result, isCompact: true))\n"
    }
    return line + "\n" + failed.joined()
  }

  private var junit: String {
    let plain = GossResultText(options.uncolored)
    var lines = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    lines +=
      "<testsuite name=\"goss\" errors=\"0\" tests=\"\(results.count)\" failures=\"\(count(.failed))\" "
      + "skipped=\"\(count(.skipped))\" time=\"\(GoNumberText.fixed(seconds, places: 3))\" "
      + "timestamp=\"\(started.words)\">\n"
    for result in results {
      let line = GoXML.escaped(plain.line(result, isCompact: true))
      let name = GoXML.escaped("\(result.type) \(result.id) \(result.property)")
      lines += "<testcase name=\"\(name)\" time=\"0.000\">\n"
      switch result.status {
      case .failed: lines += "<system-err>\(line)</system-err>\n<failure>\(line)</failure>\n"
      case .skipped: lines += "<skipped/><system-out>\(line)</system-out>\n"
      case .passed: lines += "<system-out>\(line)</system-out>\n"
      }
      lines += "</testcase>\n"
    }
    return lines + "</testsuite>\n"
  }
}

extension GossFormOptions {
  fileprivate var uncolored: GossFormOptions {
    var options = self
    options.isColored = false
    return options
  }
}
