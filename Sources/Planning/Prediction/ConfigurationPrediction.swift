import Image
import Matching
import Packer
import Source

/// What of an image's configuration the `changes` of a commit decide, whatever the base image says.
struct ConfigurationPrediction: Sendable {
  /// A change that is known whole.
  private struct Change: Sendable {
    let change: ConfigurationChange
    let origin: Location
  }

  private var changes: [Change] = []
  /// Instructions of which one cannot be told.
  private var untold: Set<String> = []

  /// nil for a builder that makes no image with a configuration.
  init?(of builder: ConfiguredComponent) {
    guard builder.type.value == "docker", builder.options.flag("commit") == true else { return nil }
    for value in builder.options.values("changes") {
      let text = value.text.value?.value
      guard let line = text?.complete, !line.contains("$"),
        case .success(let parsed) = ConfigurationChange.parse(line)
      else {
        // A hole may hold anything but another instruction.
        guard let word = text?.filled({ _ in "x" })?.split(separator: " ").first else { return nil }
        untold.insert(word.uppercased())
        continue
      }
      changes += parsed.map { Change(change: $0, origin: value.location) }
    }
  }

  /// What is the same over two bases that differ in just this is decided by the changes.
  func fact(of property: String) -> Prediction.Fact? {
    guard let setting = Setting(property), untold.isDisjoint(with: setting.instructions),
      let last = changes.last(where: { setting.isTouched(by: $0.change) })
    else { return nil }
    var values: [Subject] = []
    for mark in ["a", "b"] {
      var configuration = ImageConfiguration()
      setting.mark(&configuration, mark)
      do throws(ConfigurationChange.Fault) {
        try ConfigurationChange.apply(changes.map(\.change), to: &configuration)
      } catch { return nil }
      values.append(setting.value(in: configuration))
    }
    guard values[0] == values[1] else { return nil }
    return Prediction.Fact(values[0], by: "this change decides it", at: last.origin)
  }

  /// A property of the image, with how it is read and marked.
  private struct Setting {
    enum Kind { case user, workdir, entrypoint, cmd, variable(String), label(String) }

    let kind: Kind

    init?(_ property: String) {
      switch property {
      case "user": kind = .user
      case "workdir": kind = .workdir
      case "entrypoint": kind = .entrypoint
      case "cmd": kind = .cmd
      // What is secret is shown nowhere.
      case let name where SecretShape.hidesValue(name): return nil
      case let name where name.hasPrefix("env."): kind = .variable(String(name.dropFirst(4)))
      case let name where name.hasPrefix("labels."): kind = .label(String(name.dropFirst(7)))
      default: return nil
      }
    }

    /// The instructions that have a say in it.
    var instructions: Set<String> {
      switch kind {
      case .user: ["USER"]
      case .workdir: ["WORKDIR"]
      case .entrypoint: ["ENTRYPOINT"]
      case .cmd: ["CMD", "ENTRYPOINT"]
      case .variable: ["ENV"]
      case .label: ["LABEL"]
      }
    }

    func isTouched(by change: ConfigurationChange) -> Bool {
      switch (kind, change) {
      case (.user, .user), (.workdir, .workingDirectory), (.entrypoint, .entrypoint), (.cmd, .command),
        (.cmd, .entrypoint):
        true
      case (.variable(let name), .environment(let pairs)), (.label(let name), .labels(let pairs)):
        pairs.contains { $0.name == name }
      default: false
      }
    }

    func mark(_ configuration: inout ImageConfiguration, _ text: String) {
      configuration.shell = [text]
      switch kind {
      case .user: configuration.user = text
      case .workdir: configuration.workingDirectory = "/" + text
      case .entrypoint: configuration.entrypoint = [text]
      case .cmd: configuration.command = [text]
      case .variable(let name): configuration.environment = ["\(name)=\(text)"]
      case .label(let name): configuration.labels = [ExactText(name): text]
      }
    }

    func value(in image: ImageConfiguration) -> Subject {
      switch kind {
      case .user: .text(image.user.isEmpty ? "root" : image.user)
      case .workdir: .text(image.workingDirectory)
      case .entrypoint: .texts(image.entrypoint ?? [])
      case .cmd: .texts(image.command ?? [])
      case .variable(let name): image.environmentValue(name).map { .text($0) } ?? .null
      case .label(let name): image.labels[ExactText(name)].map { .text($0) } ?? .null
      }
    }
  }
}
