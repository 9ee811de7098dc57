import Host
import Packer
import Plan
import PlanSupport

/// Turns a plan into the calls of `docker` that Packer would make, with the exit codes of a recording.
struct Transcript {
  private(set) var calls: [RecordedRun.Call] = []
  private let plan: BuildPlan
  private let recorded: [RecordedRun.Call]
  private let files = Disk(workingDirectory: RecordedRun.folder)
  private var start: ContainerStart?

  private static let container = "c0ffee0123456789"
  private static let image = "sha256:" + String(repeating: "2", count: 64)

  struct Failed: Error {}

  init(_ run: RecordedRun) {
    plan = run.plan
    recorded = run.calls
    var hasFailed = false
    do { try provision() } catch { hasFailed = true }
    if hasFailed, case .provision(let operations)? = plan.errorCleanup?.action { try? perform(operations) }
    if !hasFailed { finish() }
    call(["kill", Self.container])
    call(["rm", Self.container])
    if !hasFailed { postProcess() }
  }

  private mutating func provision() throws {
    for step in plan.steps {
      switch step.action {
      case .start(let start): begin(start)
      case .provision(let operations): try perform(operations)
      case .unsupported where step.kind == .provision: throw Failed()
      default: continue
      }
    }
  }

  private mutating func begin(_ start: ContainerStart) {
    self.start = start
    if let login = start.login {
      call(["login", "-u", login.user.filled, "--password-stdin", login.server.filled])
    }
    if start.pulls { call(["pull", start.image.filled]) }
    if let login = start.login { call(["logout", login.server.filled]) }
    var arguments = ["run"]
    for device in start.devices { arguments += ["--device", device.filled] }
    for capability in start.capabilitiesAdded { arguments += ["--cap-add", capability] }
    for capability in start.capabilitiesDropped { arguments += ["--cap-drop", capability] }
    if start.privileged { arguments.append("--privileged") }
    for tmpfs in start.tmpfs { arguments += ["--tmpfs", tmpfs.filled] }
    arguments += ["-v", "<HOSTTMP>:/packer-files"]
    for volume in start.volumes { arguments += ["-v", "\(volume.host.filled):\(volume.container.filled)"] }
    call(arguments + start.runArguments.map(\.filled))
  }

  private mutating func perform(_ operations: [Operation]) throws {
    for operation in operations {
      switch operation {
      case .say, .sleep, .waitForKey: continue
      case .runOrElse(let run, let operations):
        do { try self.run(run) } catch { try perform(operations) }
      case .play(let play): self.play(play)
      case .runOnHost(let run):
        // The recorded scripts of the host end either well or with their own `exit 3`.
        let code: Int32 = run.script?.filled.contains("exit 3") == true ? 3 : 0
        guard run.allowedExitCodes.contains(code) else { throw Failed() }
      case .run(let run): try self.run(run)
      case .runThenAlways(let run, let operations):
        let outcome = Result { try self.run(run) }
        try perform(operations)
        try outcome.get()
      case .uploadFile(let upload): self.upload(upload)
      case .uploadDirectory(let upload):
        let destination = upload.destination.filled
        call([
          "cp", upload.source.filled + (upload.contentsOnly ? "/." : ""), "\(Self.container):\(destination)",
        ])
        own(destination)
      case .uploadPath: throw Failed()
      case .download(let source, _): call(["cp", "\(Self.container):\(source.filled)", "-"])
      }
    }
  }

  /// The call of Ansible, and the key that Packer's ssh server asks for: our connection needs none.
  private mutating func play(_ play: HostPlay) {
    var arguments = play.arguments.map { text in
      text.filled { $0 == HostPlay.inventoryHole ? "<TMPFILE>" : nil } ?? "?"
    }
    arguments.insert(contentsOf: ["-e", "ansible_ssh_private_key_file=<TMPFILE>"], at: arguments.count - 3)
    call(arguments)
  }

  private mutating func run(_ run: ContainerRun) throws {
    var arguments = ["exec", "-i"]
    if let user = start?.execUser { arguments += ["-u", user.filled] }
    if start?.usesTerminal == true { arguments.append("-t") }
    arguments += [Self.container, "/bin/sh", "-c", "(\(run.command.filled))"]
    while true {
      let code = call(arguments)
      guard case .only(let codes) = run.allowedExitCodes, !codes.contains(code) else { return }
      let isRepeated =
        run.retrySeconds > 0 && calls.count < recorded.count
        && recorded[calls.count] == recorded[calls.count - 1]
      guard isRepeated else { throw Failed() }
    }
  }

  private mutating func upload(_ upload: FileUpload) {
    let destination = upload.destination.filled
    let hasFolder = destination.contains("/")
    var content = ""
    var mode: UInt32 = 0o600
    switch upload.content {
    case .generated(let text): content = text.filled
    case .file(let path), .textFile(let path):
      content =
        ((try? files.read(path.filled, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }) ?? "?"
      if case .textFile = upload.content { content = content.replacing("\r\n", with: "\n") }
      if upload.mode == .kept { mode = files.status(path.filled)?.mode ?? 0 }
    }
    calls.append(
      RecordedRun.Call(
        arguments: [
          "cp", "-", "\(Self.container):\(hasFolder ? destination : "./" + destination)".normalised,
        ],
        file: content.normalised.squeezed, mode: "0o" + String(mode, radix: 8)))
    own(destination)
  }

  private mutating func own(_ path: String) {
    guard start?.fixesUploadOwner == true else { return }
    call(["exec", "--user", "root", Self.container, "/bin/sh", "-c", "chown -R root \(path)"])
  }

  private mutating func finish() {
    for step in plan.steps {
      switch step.action {
      case .commit(let commit):
        var arguments = ["commit"]
        if let author = commit.author { arguments += ["--author", author.filled] }
        for change in commit.changes { arguments += ["--change", change.filled] }
        if let message = commit.message { arguments += ["--message", message.filled] }
        call(arguments + [Self.container])
      case .export: call(["export", Self.container])
      default: continue
      }
    }
  }

  private mutating func postProcess() {
    var image = Self.image
    for step in plan.steps {
      guard case .postProcess(let process) = step.action else { continue }
      switch process.work {
      case .dockerTag(let repository, let tags):
        let names = tags.isEmpty ? [repository.filled] : tags.map { "\(repository.filled):\($0.filled)" }
        for name in names { call(["tag", image, name]) }
        image = names.last ?? image
      case .dockerSave: call(["save", image])
      case .dockerPush: call(["push", image])
      case .dockerImport(let repository, let tag, _):
        call(["import", "-", tag.map { "\(repository.filled):\($0.filled)" } ?? repository.filled])
      default: continue
      }
    }
  }

  /// Notes a call; its exit code is the one that the recording has in this place.
  @discardableResult
  private mutating func call(_ arguments: [String]) -> Int32 {
    let code = calls.count < recorded.count ? recorded[calls.count].exitCode : 0
    calls.append(RecordedRun.Call(arguments: arguments.map { $0.normalised }, exitCode: code))
    return code
  }
}

extension RunText {
  /// The text with the values of the recorded runs in its holes.
  var filled: String {
    filled { hole in
      switch hole {
      case .build("ID"): "c0ffee0123456789"
      case .build("PackerRunUUID"): "<UUID>"
      case .build("Host"): ""
      case .build("ConnType"): "docker"
      default: nil
      }
    } ?? "?"
  }
}

extension Optional<RunText> {
  var filled: String { self?.filled ?? "" }
}
