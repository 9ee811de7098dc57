import Packer
import Project
import Source

/// A builder that makes no container, and for whose machine none stands in: its steps are planned, and it is said why they are not run.
struct OtherBuilder {
  let build: Build
  let choice: StandInChoice

  private var options: Options { build.builder.options }
  private var type: String { build.builder.type.value }

  /// Where its steps would run.
  var setting: BuildPlan.Setting {
    if type == "file" { return .host }
    guard type == "null" else {
      if case .impossible(let reason) = choice { return .elsewhere(reason.text) }
      return .elsewhere("builder `\(type)` cannot be run here: it makes \(platform.product)\(hint)")
    }
    if options.string("communicator") == "none" { return .host }
    let host =
      options.text("ssh_host").value?.value.shown ?? options.text("winrm_host").value?.value.shown ?? "a host"
    return .elsewhere(
      "builder `null` cannot be run here: it works on the machine `\(host)` that is there already")
  }

  /// What would stand in for its machine, where that is asked for.
  private var hint: String {
    guard case .notAsked(let image?) = choice else { return "" }
    return "; `--stand-in` rehearses it in a container of `\(image)`"
  }

  /// What it starts from, where an option names it.
  var base: BuildPlan.Base? {
    for name in platform.sources {
      guard case .value(let text) = options.text(name), !text.value.isEmpty else { continue }
      return BuildPlan.Base(reference: text.value, location: text.location)
    }
    return nil
  }

  /// The step that would start a machine; none for the `null` and `file` builders.
  func start() -> [Step] {
    guard type != "null", type != "file" else { return [] }
    let source = base.map { " from \($0.reference.shown)" } ?? ""
    return [
      Step(
        id: "start", kind: .start, type: type, title: "start \(platform.machine)\(source)",
        origin: build.builder.location, action: .unsupported(reason))
    ]
  }

  /// The step that would make an image of the machine; none for the `null` and `file` builders.
  func finish(after last: String) -> [Step] {
    guard type != "null", type != "file" else { return [] }
    let name = platform.name.flatMap { options.text($0).value?.value.shown }
    return [
      Step(
        id: "commit", kind: .commit, type: type,
        title: "make \(platform.product)\(name.map { " \($0)" } ?? "")", origin: build.builder.location,
        inputs: [.init(.step, last)], effects: [.init(.creates, name: name ?? platform.product)],
        action: .unsupported(reason))
    ]
  }

  private var reason: String {
    if case .elsewhere(let reason) = setting { reason } else { "there is nothing to start" }
  }

  private var platform: Platform { Platform.of(type) }
}
