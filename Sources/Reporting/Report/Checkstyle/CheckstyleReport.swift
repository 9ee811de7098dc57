import Diagnostics

/// The report as Checkstyle XML, which Jenkins and many review robots read.
struct CheckstyleReport {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var bytes: [UInt8] {
    let byFile = Dictionary(grouping: Problem.all(in: record), by: \.place.file)
    var xml = XMLText()
    xml.element("checkstyle", [("version", "8.0")]) { xml in
      for (file, problems) in byFile.sorted(by: { $0.key < $1.key }) {
        xml.element("file", [("name", file)]) { xml in
          for problem in problems { Self.write(problem, to: &xml) }
        }
      }
    }
    return Array(xml.text.utf8)
  }

  private static func write(_ problem: Problem, to xml: inout XMLText) {
    xml.element(
      "error",
      [
        ("line", String(problem.place.start.line)), ("column", String(problem.place.start.column)),
        ("severity", problem.severity.rawValue), ("message", problem.text), ("source", problem.rule),
      ])
  }
}
