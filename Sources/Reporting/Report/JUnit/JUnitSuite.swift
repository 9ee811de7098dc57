/// A suite of a JUnit report.
struct JUnitSuite {
  private let name: String
  private let package: String
  private let seconds: Seconds
  let cases: [JUnitCase]
  /// What the suite was about, beside the tool.
  private let subject: RunRecord.Subject

  /// Cases of the same name are numbered: some readers keep only one of them.
  init(
    _ name: String, package: String, seconds: Seconds, _ cases: [JUnitCase], subject: RunRecord.Subject
  ) {
    self.name = name
    self.package = package
    self.seconds = seconds
    self.subject = subject
    var counts: [String: Int] = [:]
    self.cases = cases.map { item in
      var item = item
      let key = item.group + "\u{0}" + item.name
      counts[key, default: 0] += 1
      if let count = counts[key], count > 1 { item.name += " (\(count))" }
      return item
    }
  }

  /// Writes the suite; a moment and a host must be named, so a record without them names the first there was.
  func write(to xml: inout XMLText, id: Int, of record: RunRecord) {
    let attributes = [
      ("name", name), ("package", package), ("id", String(id)), ("hostname", record.run.host ?? "localhost"),
      ("timestamp", Timestamp(record.run.started ?? 0).local), ("tests", String(cases.count)),
      ("failures", String(cases.count { if case .failure = $0.result { true } else { false } })),
      ("errors", String(cases.count { if case .error = $0.result { true } else { false } })),
      ("skipped", String(cases.count(where: \.isSkipped))),
      ("time", seconds.fixed),
    ]
    xml.element("testsuite", attributes) { xml in
      xml.element("properties") { xml in
        for property in properties(of: record) {
          xml.element("property", [("name", property.name), ("value", property.value)])
        }
      }
      for item in cases { item.write(to: &xml) }
      xml.element("system-out")
      xml.element("system-err")
    }
  }

  private func properties(of record: RunRecord) -> [(name: String, value: String)] {
    func named(_ kind: String, _ artifacts: [RunRecord.Subject.Artifact]) -> [(name: String, value: String)] {
      artifacts.flatMap { artifact in
        [(name: kind, value: artifact.name)]
          + (artifact.digest.map { [(name: "\(kind).digest", value: $0)] } ?? [])
      }
    }
    return [(name: "tool.version", value: record.tool.version)] + named("template", subject.templates)
      + named("base", subject.bases) + named("image", subject.images)
  }
}
