import Packer
import Project

/// The `shell` provisioner: scripts put on the guest, run there and removed.
struct ShellProvisioner {
  private let input: ProvisionerInput
  private let folder: RunText
  private let remotePath: RunText
  private let variableFile: RunText?
  private let environment: RunText
  private let cleans: Bool
  private let retrySeconds: Double

  init(_ input: ProvisionerInput) {
    self.input = input
    folder = input.text("remote_folder", default: "/tmp")
    let file = input.text("remote_file", default: "script_\(input.number("script")).sh")
    remotePath = input.text("remote_path", default: "\(folder)/\(file)")
    let usesFile = input.flag("use_env_var_file")
    variableFile = usesFile ? "\(folder)/varfile_\(input.number("variables")).sh" : nil
    let format = input.text("env_var_format", default: usesFile ? "export %s='%s'\n" : "%s='%s' ")
    environment = Environment(input).rendered(format)
    cleans = !input.flag("skip_clean")
    retrySeconds = input.seconds("start_retry_timeout") ?? 300
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let scripts = ShellSource.all(of: input, defaultShebang: "/bin/sh -e")
    var work = ProvisionerWork("run \(ShellSource.summary(of: scripts))")
    if let variableFile {
      work.write(environment, to: variableFile)
      work.operations.append(.run(ContainerRun("chmod 0600 \(variableFile)", allowedExitCodes: .any)))
    }
    for script in scripts { run(script, in: &work) }
    work.effects += input.scripts.flatMap { ScriptEffects(script: $0).effects }
    if cleans { remove(variableFile ?? "", in: &work) }
    if let pause = input.seconds("pause_after"), pause > 0 {
      work.say("pausing after the provisioner")
      work.operations.append(.sleep(pause))
    }
    return work
  }

  private func run(_ script: ShellSource, in work: inout ProvisionerWork) {
    work.say("running \(script.name)")
    work.operations.append(
      .uploadFile(FileUpload(script.content(isBinary: input.flag("binary")), to: remotePath)))
    work.operations.append(.run(ContainerRun("chmod 0755 \(remotePath)", allowedExitCodes: .any)))
    let codes = input.codes("valid_exit_codes", default: [0])
    let allowed = codes == [0] ? "" : " (allowed: \(codes.map(String.init).joined(separator: ", ")))"
    work.operations.append(
      .run(
        ContainerRun(
          command, allowedExitCodes: .only(codes), failure: "\(script.name) ended with exit code N\(allowed)",
          mayDisconnect: input.flag("expect_disconnect"))))
    work.effects.append(.init(.uploads, path: remotePath.shown))
    work.effects.append(.init(.runs, name: script.name))
    if cleans { remove(remotePath, in: &work) }
  }

  private var command: RunText {
    let fields = Fields(["Path": remotePath, "Vars": environment, "EnvVarFile": variableFile ?? ""])
    let fallback: RunText =
      variableFile.map { "chmod +x \(remotePath); . \($0) && \(remotePath)" }
      ?? "chmod +x \(remotePath); \(environment) \(remotePath)"
    return input.rendered("execute_command", fields) ?? fallback
  }

  /// Packer removes the file of variables even where there is none: `rm -f ` alone.
  private func remove(_ path: RunText, in work: inout ProvisionerWork) {
    work.operations.append(
      .run(
        ContainerRun(
          "rm -f \(path)", failure: "the temporary script could not be removed: exit code N",
          retrySeconds: retrySeconds)))
  }
}
