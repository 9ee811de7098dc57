import Diagnostics

/// The report as JUnit XML, in the dialect that Jenkins', Ant's and GitLab's readers all take.
struct JUnitReport {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var bytes: [UInt8] {
    var xml = XMLText()
    xml.element("testsuites") { xml in
      for (index, suite) in suites.enumerated() { suite.write(to: &xml, id: index, of: record) }
    }
    return Array(xml.text.utf8)
  }

  /// The suites: findings, builds, specs.
  var suites: [JUnitSuite] { ([findings] + builds + specs).compactMap { $0 } }

  private var findings: JUnitSuite? {
    guard Summary(record).findings != nil else { return nil }
    let cases = (record.findings + record.suppressed).map { JUnitCase($0, threshold: record.threshold) }
    let seconds = record.run.durations["lint"] ?? 0
    return JUnitSuite(
      "findings", package: "ovenproof.lint", seconds: Seconds(seconds),
      cases.isEmpty ? [JUnitCase(passed: "no findings", in: "findings")] : cases, subject: record.subject)
  }

  private var builds: [JUnitSuite] {
    record.builds.map { build in
      let template = build.template.map { " of \($0)" } ?? ""
      var subject = RunRecord.Subject()
      subject.templates = record.subject.templates.filter { $0.name == build.template }
      subject.bases = [build.base].compactMap { $0 }
      subject.images = [build.image].compactMap { $0 }
      return JUnitSuite(
        "build \(build.name)\(template)", package: "ovenproof.build",
        seconds: Seconds(record.run.durations[build.durationName] ?? 0),
        build.steps.map { JUnitCase($0, of: build, in: record.run) }, subject: subject)
    }
  }

  /// A suite for each spec and image, in the order of the record.
  private var specs: [JUnitSuite] {
    var order: [String] = []
    var cases: [String: [JUnitCase]] = [:]
    for assertion in record.assertions {
      let name = "spec \(assertion.place.file)\(assertion.image.map { " on \($0)" } ?? "")"
      if cases[name] == nil { order.append(name) }
      cases[name, default: []].append(JUnitCase(assertion, threshold: record.threshold))
    }
    return order.map {
      JUnitSuite(
        $0, package: "ovenproof.verify", seconds: Seconds(0), cases[$0] ?? [], subject: record.subject)
    }
  }
}
