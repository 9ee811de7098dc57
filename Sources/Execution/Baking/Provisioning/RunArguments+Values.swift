import Engine
import Host
import Image
import Source

/// What the values of flags mean.
extension RunArguments {
  /// `NAME=value`, or the name of a variable of this machine: where that has none, the image's own is taken away.
  mutating func setVariable(_ text: String) {
    let (name, value) = Self.pair(text)
    environment[name] = value ?? host.environment[name]
    if environment[name] == nil { withdrawn.insert(name) } else { withdrawn.remove(name) }
  }

  /// A file of such lines, in which `#` begins a comment; a name that this machine does not know means nothing there.
  mutating func readVariables(_ path: String) throws(StepFailure) {
    let bytes: [UInt8]
    do throws(HostError) { bytes = try host.files.read(path, limit: 1 << 20) } catch {
      throw StepFailure("`--env-file` of `run_command`: \(error.description)")
    }
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let text = line.drop { $0 == " " || $0 == "\t" }
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      let (name, value) = Self.pair(String(text))
      if value != nil || host.environment[name] != nil { setVariable(String(text)) }
    }
  }

  mutating func expose(_ port: String) throws(StepFailure) {
    try Self.check("EXPOSE \(port)")
    settings.ports.append(port)
  }

  mutating func setHealth(_ flag: RunFlag, _ name: String, _ value: String) throws(StepFailure) {
    var check = settings.healthcheck ?? Healthcheck(test: [])
    let duration = GoDuration(value).map(\.nanoseconds)
    switch (flag, duration, Int(value)) {
    case (.healthCommand, _, _): check.test = ["CMD-SHELL", value]
    case (.healthInterval, let time?, _): check.interval = time
    case (.healthTimeout, let time?, _): check.timeout = time
    case (.healthStart, let time?, _): check.startPeriod = time
    case (.healthRetries, _, let count?): check.retries = count
    default: throw StepFailure("`run_command` has `\(name)` with `\(value)`, which it does not take")
    }
    settings.healthcheck = check
  }

  static func pair(_ text: String) -> (name: String, value: String?) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  /// Refuses what the commit of the container would refuse.
  static func check(_ instruction: String) throws(StepFailure) {
    var trial = ImageConfiguration()
    do throws(ConfigurationChange.Fault) {
      try ConfigurationChange.apply([instruction], to: &trial)
    } catch { throw StepFailure("`run_command`: \(error.message)") }
  }

  /// Other names by which docker knows an architecture.
  private static let aliases = [
    "amd64": ["x86_64", "x86-64"], "arm64": ["aarch64", "arm64/v8", "aarch64/v8"],
  ]

  static func check(platform value: String) throws(StepFailure) {
    let own = Platform.current
    let architectures = ["\(own.architecture)"] + (aliases["\(own.architecture)"] ?? [])
    let names = [own.os] + architectures + architectures.map { "\(own.os)/\($0)" }
    guard !names.contains(value) else { return }
    throw StepFailure(
      "`run_command` asks for the platform `\(value)`; containers here are of `\(own.os)/\(own.architecture)`"
    )
  }

  func mount(_ value: String) throws(StepFailure) -> ContainerSpec.Mount {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw StepFailure(
        "`run_command` has the volume `\(value)`; only `/HOST/PATH:/CONTAINER/PATH[:ro]` and `NAME:/CONTAINER/PATH[:ro]` are known here"
      )
    }
    return try Self.mount(of: parts[0], at: parts[1], on: host)
  }

  /// A folder of the host, or a volume by its name, at a place of the container, behind which options may stand: `/data:ro,z`.
  /// As docker reads it since release 23, what begins with a full stop starts in the working directory.
  static func mount(
    of source: String, at place: String, on host: HostWork
  ) throws(StepFailure) -> ContainerSpec.Mount {
    let parts = place.split(separator: ":", maxSplits: 1)
    let options = parts.count > 1 ? parts[1].split(separator: ",") : []
    let mount = ContainerSpec.Mount(
      source: source.hasPrefix(".") ? host.path(source) : source,
      destination: parts.first.map(String.init) ?? place, isReadOnly: options.contains("ro"))
    guard mount.source.hasPrefix("/") || mount.isNamed else {
      throw StepFailure(
        "`\(source)` is neither a whole path nor the name of a volume, which docker refuses: write `{{pwd}}/…`"
      )
    }
    guard mount.destination.hasPrefix("/") else {
      throw StepFailure("the volume `\(source)` has the place `\(place)`, which is no whole path")
    }
    return mount
  }
}
