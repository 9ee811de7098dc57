import Packer
import Source

/// What `shell-local` does on the host, as a provisioner and as a post-processor.
struct ShellLocalRun {
  let input: ProvisionerInput
  let isPostProcessor: Bool

  /// The scripts in their order; nil where `only_on` leaves this system out.
  var sources: [ShellSource]? {
    let systems = input.options.texts("only_on").compactMap(\.value.complete)
    guard systems.isEmpty || systems.contains("linux") else { return nil }
    guard let command = input.text("command") else {
      return ShellSource.all(of: input, defaultShebang: "/bin/sh -e")
    }
    let shebang = input.text("inline_shebang", default: "/bin/sh -e")
    return [.inline("#!\(shebang)\n\(command)\n", lineCount: 1)]
  }

  /// The program that runs a script.
  func run(_ source: ShellSource) -> HostRun {
    let codes = input.codes("valid_exit_codes", default: [0])
    let variables = Environment(input).rendered(input.text("env_var_format", default: "%s='%s' "))
    switch source {
    case .file(let path):
      return HostRun(arguments(path: hostPath(path), variables), allowedExitCodes: codes)
    case .inline(let text, _):
      let ending = input.options.string("tempfile_extension").map {
        $0.hasPrefix(".") ? String($0.dropFirst()) : $0
      }
      let path = RunText([.hole(HostRun.scriptHole)])
      return HostRun(
        arguments(path: path, variables), script: text, scriptExtension: ending, allowedExitCodes: codes)
    }
  }

  private func arguments(path: RunText, _ variables: RunText) -> [RunText] {
    let fields = Fields(["Vars": variables, "Script": path, "Command": path])
    let written = input.rendered(list: "execute_command", fields)
    if written.isEmpty { return ["/bin/sh", "-c", "\(variables) \(path)"] }
    return isPostProcessor && written.count == 1 ? ["sh", "-c"] + written : written
  }

  private func hostPath(_ path: RunText) -> RunText {
    let absolute = input.absolute(path)
    guard input.flag("use_linux_pathing"), let whole = absolute.complete, whole.dropFirst().hasPrefix(":/"),
      let drive = whole.first
    else { return absolute }
    return "/mnt/\(drive.lowercased())\(String(whole.dropFirst(2)))"
  }
}

/// The `shell-local` provisioner.
struct ShellLocalProvisioner {
  let input: ProvisionerInput

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let local = ShellLocalRun(input: input, isPostProcessor: false)
    guard let sources = local.sources else {
      var work = ProvisionerWork("skip shell-local: `only_on` leaves this system out")
      work.say("skipping shell-local: `only_on` leaves this system out")
      return work
    }
    var work = ProvisionerWork("run \(ShellSource.summary(of: sources)) on the host")
    for source in sources {
      work.say("running \(source.name) on the host")
      work.operations.append(.runOnHost(local.run(source)))
      work.effects.append(.init(.runs, name: source.name))
    }
    work.rehearsal = Rehearsal(limits: ["what shell-local does on the host is not rehearsed"])
    return work
  }
}
