import Diagnostics
import Image
import Matching
import Source

/// The configuration of an image.
struct ImageProbe: Probe {
  let configuration: Known<ImageConfiguration>

  var presenceProperty: String? { nil }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    switch configuration {
    case .value(let configuration): finding(of: property, configuration)
    case .absent: .none("is without a configuration")
    case .unknown(let reason): .unknown(reason)
    }
  }

  private func finding(of property: String, _ image: ImageConfiguration) -> Finding {
    if let name = Self.name(in: property, after: "env.") {
      return Self.variables(image).last { $0.key.isExactly(name) }.map { .value($0.value) }
        ?? .none("is not set")
    }
    if let name = Self.name(in: property, after: "labels.") {
      return image.labels[ExactText(name)].map { .value(.text($0)) } ?? .none("is not set")
    }
    switch property {
    // What is left out means these.
    case "user": return .value(.text(image.user.isEmpty ? "root" : image.user))
    case "workdir": return .value(.text(image.workingDirectory.isEmpty ? "/" : image.workingDirectory))
    case "env": return .value(.map(Self.variables(image)))
    case "labels":
      return .value(.map(image.labels.sorted { $0.key < $1.key }.map { .init($0.key.text, .text($0.value)) }))
    case "entrypoint": return .value(.texts(image.entrypoint ?? []))
    case "cmd": return .value(.texts(image.command ?? []))
    case "exposed-ports": return .value(.texts(image.exposedPorts))
    case "volumes": return .value(.texts(image.volumes))
    case "architecture": return .value(.text(image.architecture))
    case "os": return .value(.text(image.os))
    case "variant": return Self.text(image.variant)
    case "author": return Self.text(image.author)
    case "created": return Self.text(image.created)
    case "stop-signal": return .value(.text(image.stopSignal ?? "SIGTERM"))
    case "shell": return .value(.texts(image.shell ?? []))
    case "healthcheck": return .value(.texts(image.healthcheck?.test ?? []))
    case "healthcheck-interval", "healthcheck-timeout", "healthcheck-start-period",
      "healthcheck-start-interval", "healthcheck-retries":
      return Self.timing(property, of: image.healthcheck)
    case "on-build": return .value(.texts(image.onBuild))
    case "layers": return .value(.number(image.diffIDs.count))
    default: return .value(.text(Self.history(of: image)))
    }
  }

  /// What a health check says of its timing; what it leaves out means what docker takes for it.
  private static func timing(_ property: String, of check: Healthcheck?) -> Finding {
    guard let check, check.test.first != "NONE" else { return .none("is without a health check") }
    func seconds(_ nanoseconds: Int, else standard: Int) -> Finding {
      .value(.number(nanoseconds == 0 ? .integer(standard) : Number(seconds: Double(nanoseconds) / 1e9)))
    }
    switch property {
    case "healthcheck-interval": return seconds(check.interval, else: 30)
    case "healthcheck-timeout": return seconds(check.timeout, else: 30)
    case "healthcheck-start-period": return seconds(check.startPeriod, else: 0)
    case "healthcheck-start-interval": return seconds(check.startInterval, else: 5)
    default: return .value(.number(check.retries == 0 ? 3 : check.retries))
    }
  }

  private static func text(_ value: String?) -> Finding {
    value.map { .value(.text($0)) } ?? .none("is not set")
  }

  /// The steps of the history, each as one line, with the blanks of its continuations as one.
  private static func history(of image: ImageConfiguration) -> String {
    image.history.map { step in
      (step.createdBy ?? step.comment ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        + "\n"
    }.joined()
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    guard case .value(let image) = configuration else { return [] }
    let names: [String]
    let name: String
    if let variable = Self.name(in: expectation.property, after: "env.") {
      (name, names) = (variable, Self.variables(image).map(\.key))
    } else if let label = Self.name(in: expectation.property, after: "labels.") {
      (name, names) = (label, image.labels.keys.sorted().map(\.text))
    } else {
      return []
    }
    if names.contains(where: { $0.isExactly(name) }) { return [] }
    if let nearest = Suggestion.nearest(to: name, among: names) { return ["set is `\(nearest)`"] }
    return [
      names.isEmpty
        ? "none is set" : "set are \(names.prefix(8).joined(separator: ", "))\(names.count > 8 ? ", …" : "")"
    ]
  }

  private static func variables(_ image: ImageConfiguration) -> [Subject.Entry] {
    image.environment.map { line in
      let (name, value) = line.assignment ?? (name: line, value: "")
      return Subject.Entry(name, .text(value))
    }
  }

  private static func name(in property: String, after prefix: String) -> String? {
    property.hasPrefix(prefix) ? String(property.dropFirst(prefix.count)) : nil
  }
}
