import Packer
import Project
import Source

/// Packer's docker builder: a container to work in, and what becomes of it.
struct DockerBuilder {
  let build: Build

  private var options: Options { build.builder.options }

  /// Why it cannot be run here; nil where it can.
  var impossibility: String? {
    if options.flag("windows_container") == true { return "a Windows container needs a Windows host" }
    if options.flag("ecr_login") == true, options.flag("pull") ?? true {
      return "`ecr_login` is not done here: log in to the registry before the run, and leave it out"
    }
    guard let communicator = options.string("communicator"), communicator != "docker", !communicator.isEmpty
    else { return nil }
    return "the communicator `\(communicator)` is not spoken here: commands go through the engine"
  }

  /// The image that the container starts from.
  var base: BuildPlan.Base? {
    guard let option = options["image"], case .value(let image) = option.text else { return nil }
    return BuildPlan.Base(reference: image.value, location: image.location)
  }

  /// The step that starts the container.
  func start() -> Step {
    let image = self.image
    let pulls = options.flag("pull") ?? true
    let own = options.rendered(list: "run_command", Fields(["Image": image]))
    let start = ContainerStart(
      image: image, pulls: pulls, login: pulls ? RegistryLogin(options) : nil,
      runArguments: own.isEmpty ? defaultArguments(image) : own, hasDefaultRunArguments: own.isEmpty,
      privileged: flag("privileged"), capabilitiesAdded: strings("cap_add"),
      capabilitiesDropped: strings("cap_drop"),
      devices: options.texts("device").map(\.value), tmpfs: options.texts("tmpfs").map(\.value),
      volumes: options.map("volumes").map { (host: RunText($0.key.value), container: $0.value.value) },
      sharedFolder: text("container_dir") ?? "/packer-files",
      execUser: options.text("exec_user").value?.value, usesTerminal: flag("pty"),
      fixesUploadOwner: options.flag("fix_upload_owner") ?? true, optionPlaces: optionPlaces)
    return Step(
      id: "start", kind: .start, type: build.builder.type.value,
      title: "start a container from \(image.shown)\(pulls ? ", pulled first" : "")",
      origin: build.builder.location,
      inputs: start.volumes.map { Step.Input(.directory, $0.host.shown) },
      effects: pulls ? [.init(.downloads, name: image.shown)] : [], action: .start(start))
  }

  /// The steps that make something of the container.
  func finish(after last: String) -> [Step] {
    var steps: [Step] = []
    if flag("commit") { steps.append(commit(after: last)) }
    if let path = options.text("export_path").value, !path.value.isEmpty {
      let step = Step(
        id: "export", kind: .export, type: build.builder.type.value,
        title: "export the container to \(path.value.shown)", origin: place(of: "export_path"),
        inputs: [.init(.step, last)], effects: [.init(.creates, path: path.value.shown)],
        action: .export(path: path.value))
      steps.append(step)
    }
    if flag("discard") {
      let step = Step(
        id: "discard", kind: .discard, type: build.builder.type.value, title: "throw the container away",
        origin: place(of: "discard"), inputs: [.init(.step, last)], action: .discard)
      steps.append(step)
    }
    return steps
  }

  private func commit(after last: String) -> Step {
    let commit = Commit(
      author: text("author"), message: text("message"), changes: options.texts("changes").map(\.value))
    return Step(
      id: "commit", kind: .commit, type: build.builder.type.value, title: "commit the container as an image",
      origin: place(of: "commit"), inputs: [.init(.step, last)], effects: [.init(.creates, name: "image")],
      action: .commit(commit))
  }

  private var image: RunText { base?.reference ?? RunText([.hole(.function("image"))]) }

  private func defaultArguments(_ image: RunText) -> [RunText] {
    let isWindows = flag("windows_container")
    return ["-d", "-i", "-t", isWindows ? "--entrypoint=powershell" : "--entrypoint=/bin/sh", "--", image]
  }

  private func flag(_ name: String) -> Bool { options.flag(name) ?? false }

  private func text(_ name: String) -> RunText? {
    options.text(name).value.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  private func strings(_ name: String) -> [String] { options.texts(name).compactMap(\.value.complete) }

  private var optionPlaces: [String: Location] {
    let names = ["cap_add", "cap_drop", "device", "privileged", "run_command", "tmpfs", "volumes"]
    return Dictionary(
      names.compactMap { name in options.entry(name).map { (name, $0.name.location) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func place(of option: String) -> Location {
    options.entry(option).map { $0.name.location } ?? build.builder.location
  }
}
