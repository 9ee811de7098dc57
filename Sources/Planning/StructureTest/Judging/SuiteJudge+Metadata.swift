import Diagnostics
import Expectation
import Image
import Source

extension SuiteJudge {
  /// Judges the image's configuration.
  func metadata(_ test: MetadataTest) -> TestRun {
    var run = TestRun(section: "metadataTest", name: "", heading: "Metadata Test", at: test.origin)
    for fault in test.faults {
      run.fail(
        "", "a test that can be run", actual: "it cannot", fault.message, at: fault.location,
        original: fault.message)
    }
    guard test.faults.isEmpty else { return run }
    if let message = settings.missingImage?.metadata {
      run.fail("", "a configuration", actual: "none", message, at: test.origin, original: message)
      return run
    }
    switch search.image.configuration {
    case .value(let image): MetadataJudge(test: test, image: image, judge: self).judge(&run)
    case .absent:
      run.breakOff(
        "", "a configuration", "the image has no configuration: a root file system is judged", at: test.origin
      )
    case .unknown(let reason): run.leaveOpen("", "a configuration", reason, at: test.origin)
    }
    return run
  }
}

/// Compares a configuration with what a test expects, in the order in which the original does.
private struct MetadataJudge {
  let test: MetadataTest
  let image: ImageConfiguration
  let judge: SuiteJudge

  func judge(_ run: inout TestRun) {
    for variable in test.variables { self.variable(variable, &run) }
    for variable in test.unboundVariables { unbound(variable, &run) }
    for label in test.labels { self.label(label, &run) }
    test.command.map { list("cmd", "Cmd", $0, image.command ?? [], &run) }
    test.entrypoint.map { list("entrypoint", "entrypoint", $0, image.entrypoint ?? [], &run) }
    test.workingDirectory.map { text("workdir", $0, image.workingDirectory, &run) }
    test.user.map { text("user", $0, image.user, &run) }
    for port in test.exposedPorts { exposed(port, &run) }
    for port in test.unexposedPorts { unexposed(port, &run) }
    for volume in test.volumes { mounted(volume, &run) }
    for volume in test.unmountedVolumes { unmounted(volume, &run) }
  }

  private func variable(_ wanted: Variable, _ run: inout TestRun) {
    let property = "envVars.\(wanted.key)"
    guard let value = image.environmentValue(wanted.key) else {
      return run.fail(
        property, expected(wanted), actual: "not set", "`\(wanted.key)` is not set", at: wanted.location,
        original: "variable \(wanted.key) not found in image env")
    }
    compare(wanted, value, property, &run) {
      "env var \(wanted.key) value \(value) does not match expected value: \(wanted.value)"
    }
  }

  private func label(_ wanted: Variable, _ run: inout TestRun) {
    let property = "labels.\(wanted.key)"
    guard let value = image.labels[ExactText(wanted.key)] else {
      return run.fail(
        property, expected(wanted), actual: "not set", "there is no label `\(wanted.key)`",
        at: wanted.location,
        original: "label \(wanted.key) not found in image metadata")
    }
    compare(wanted, value, property, &run) {
      "label \(wanted.key) value \(value) does not match expected value: \(wanted.value)"
    }
  }

  private func expected(_ wanted: Variable) -> String {
    wanted.pattern == nil ? "is `\(wanted.value)`" : "matches `\(wanted.value)`"
  }

  private func compare(
    _ wanted: Variable, _ value: String, _ property: String, _ run: inout TestRun, original: () -> String
  ) {
    let isMatch =
      wanted.pattern.map { $0.occurs(in: Array(value.utf8)) == true } ?? value.isExactly(wanted.value)
    if isMatch { return run.pass(property, expected(wanted), at: wanted.location) }
    run.fail(
      property, expected(wanted), actual: "`\(value)`", "`\(wanted.key)` is `\(value)`", at: wanted.location,
      original: original())
  }

  private func unbound(_ wanted: Variable, _ run: inout TestRun) {
    let property = "unboundEnvVars.\(wanted.key)"
    guard let value = image.environmentValue(wanted.key) else {
      return run.pass(property, "is not set", at: wanted.location)
    }
    run.fail(
      property, "is not set", actual: "`\(value)`", "`\(wanted.key)` is set", at: wanted.location,
      original: "env variable \(wanted.key) should not be present in image metadata")
  }

  private func list(
    _ property: String, _ name: String, _ wanted: Located<[String]>, _ actual: [String], _ run: inout TestRun
  ) {
    let (shown, expected) = (Self.shown(actual), Self.shown(wanted.value))
    if actual.elementsEqual(wanted.value, by: { $0.isExactly($1) }) {
      return run.pass(property, "is \(expected)", at: wanted.location)
    }
    // Lists of one length are compared part by part, each with its own complaint.
    let complaints =
      actual.count == wanted.value.count
      ? zip(actual, wanted.value).filter { !$0.isExactly($1) }.map { _ in
        "Image config \(name) \(shown) does not match expected value: \(expected)"
      } : ["Image \(name) \(shown) does not match expected \(name): \(expected)"]
    run.fail(
      property, "is \(expected)", actual: shown, "`\(property)` is \(shown)", at: wanted.location,
      original: complaints.first ?? "")
    for complaint in complaints.dropFirst() { run.addError(complaint) }
  }

  private static func shown(_ list: [String]) -> String { "[\(list.joined(separator: " "))]" }

  private func text(_ property: String, _ wanted: Located<String>, _ actual: String, _ run: inout TestRun) {
    let expected = "is `\(wanted.value)`"
    if actual.isExactly(wanted.value) { return run.pass(property, expected, at: wanted.location) }
    run.fail(
      property, expected, actual: "`\(actual)`", "`\(property)` is `\(actual)`", at: wanted.location,
      original: "Image \(property) \(actual) does not match config \(property): \(wanted.value)")
  }

  private func exposed(_ port: Located<String>, _ run: inout TestRun) {
    let property = "exposedPorts.\(port.value)"
    if isExposed(port, &run) { return run.pass(property, "is exposed", at: port.location) }
    run.fail(
      property, "is exposed", actual: "not exposed", "port \(port.value) is not exposed",
      evidence: image.exposedPorts.isEmpty
        ? [] : ["exposed are \(image.exposedPorts.joined(separator: ", "))"],
      at: port.location, original: "Port \(port.value) not found in config")
  }

  private func unexposed(_ port: Located<String>, _ run: inout TestRun) {
    let property = "unexposedPorts.\(port.value)"
    guard isExposed(port, &run) else { return run.pass(property, "is not exposed", at: port.location) }
    run.fail(
      property, "is not exposed", actual: "exposed", "port \(port.value) is exposed", at: port.location,
      original: "Port \(port.value) should not be exposed")
  }

  /// Whether a port is exposed. The original knows numbers alone, so that `8080/tcp` never is.
  private func isExposed(_ port: Located<String>, _ run: inout TestRun) -> Bool {
    if image.exposedPorts.contains(where: { Self.number(of: $0).elementsEqual(port.value.utf8) }) {
      return true
    }
    guard image.exposedPorts.contains(where: { $0.isExactly(port.value) }) else { return false }
    run.remarks.append(
      judge.remark(
        "cst/port-protocol",
        "container-structure-test compares ports without a protocol, and never finds this one",
        at: port.location, help: "write the number alone"))
    return !judge.settings.isStrict
  }

  /// A port without its protocol.
  private static func number(of port: String) -> Substring.UTF8View {
    port.utf8.prefix { $0 != UInt8(ascii: "/") }
  }

  /// Whether a path is a volume.
  private func isVolume(_ path: String) -> Bool { image.volumes.contains { $0.isExactly(path) } }

  private func mounted(_ volume: Located<String>, _ run: inout TestRun) {
    let property = "volumes.\(volume.value)"
    if isVolume(volume.value) { return run.pass(property, "is a volume", at: volume.location) }
    run.fail(
      property, "is a volume", actual: "no volume", "`\(volume.value)` is no volume",
      evidence: image.volumes.isEmpty ? [] : ["volumes are \(image.volumes.joined(separator: ", "))"],
      at: volume.location, original: "Volume \(volume.value) not found in config")
  }

  private func unmounted(_ volume: Located<String>, _ run: inout TestRun) {
    let property = "unmountedVolumes.\(volume.value)"
    guard isVolume(volume.value) else {
      return run.pass(property, "is no volume", at: volume.location)
    }
    run.fail(
      property, "is no volume", actual: "a volume", "`\(volume.value)` is a volume", at: volume.location,
      original: "Volume \(volume.value) should not be mounted")
  }
}
