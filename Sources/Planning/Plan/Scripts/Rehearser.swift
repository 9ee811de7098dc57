import Packer
import Project
import ShellSyntax
import Source

/// Decides how a provisioner's step is rehearsed, given the steps before it.
struct Rehearser {
  let input: ProvisionerInput
  let before: StepsBefore

  /// The rehearsal of a step.
  func rehearsal(_ work: ProvisionerWork) -> Rehearsal {
    switch input.component.type.value {
    case "shell": shell(work)
    case "file": file(work)
    default: withTool(of: work)
    }
  }

  /// The program that the work needs is looked up, unless a step before may bring it.
  private func withTool(of work: ProvisionerWork) -> Rehearsal {
    guard let tool = work.tool?.complete else { return work.rehearsal }
    let call = [Located(tool, at: input.component.location)]
    let isLate = before.mayHaveBroughtCommands
    return Rehearsal(
      operations: work.rehearsal.operations, trial: work.rehearsal.trial, calls: isLate ? [] : call,
      laterCalls: isLate ? call : [], limits: work.rehearsal.limits)
  }

  /// The scripts are put into place and checked for their syntax, and what they call is looked up.
  private func shell(_ work: ProvisionerWork) -> Rehearsal {
    let scripts = input.scripts
    var calls = ScriptCalls(after: before, making: work.effects.map(\.subject))
    let isLate = before.mayHaveBroughtCommands
    for name in commandsOfExecution(work) { calls.add(name, in: .posix, isLate: isLate) }
    var operations: [Operation] = []
    var limits: [String] = []
    var next = scripts
    for case .uploadFile(let upload) in work.operations where upload.mode == .fixed(0o600) {
      if case .generated = upload.content, isVariableFile(upload) { continue }
      let script = next.popFirst { $0.matches(upload.content) }
      let check = SyntaxCheck(script?.script.shebang, path: upload.destination)
      if let script { calls.add(script) } else { limits.append(unread(upload.content)) }
      guard let command = check.command else {
        limits.append("no way is known to check what `\(check.program)` reads without running it")
        continue
      }
      let guarded: RunText = "if command -v \(check.program) >/dev/null 2>&1; then \(command); fi"
      let name = script?.path.map { "`\($0)`" } ?? "the inline script"
      operations.append(.uploadFile(upload))
      operations.append(
        .run(
          ContainerRun(
            guarded, failure: "\(name) does not parse: exit code N",
            checked: script.map { CheckedScript(at: upload.destination, $0.script.text) })))
      operations.append(.run(ContainerRun("rm -f \(upload.destination)", allowedExitCodes: .any)))
    }
    var queries = PackageQueries(after: before.addedSources)
    for script in scripts { queries.add(script) }
    return Rehearsal(
      operations: operations, calls: calls.sure, laterCalls: calls.later, possibleCalls: calls.possible,
      bashWords: calls.bashWords, packages: queries.queries, limits: limits + queries.limits,
      hasUnreadScripts: !limits.isEmpty)
  }

  private func isVariableFile(_ upload: FileUpload) -> Bool {
    input.flag("use_env_var_file") && upload.destination.shown.contains("/varfile_")
  }

  private func unread(_ content: FileUpload.Content) -> String {
    switch content {
    case .file(let path), .textFile(let path): "`\(path.shown)` is not there to be read now"
    case .generated: "the inline script is only known while the build runs"
    }
  }

  /// What the command that starts the script calls itself, such as `sudo`.
  private func commandsOfExecution(_ work: ProvisionerWork) -> [Located<String>] {
    guard let option = input.options["execute_command"] else { return [] }
    let uploads = work.effects.filter { $0.kind == .uploads }.map(\.subject)
    for case .run(let run) in work.operations where run.retrySeconds == 0 && run.allowedExitCodes != .any {
      var builder = DerivedTextBuilder()
      builder.append(generated: run.command.masked.utf8, by: option.location)
      let script = ShellScript.parse(builder.text(whole: option.location))
      return script.calls.filter { $0.certainty != .sometimes && !uploads.contains($0.name.value) }.map(
        \.name)
    }
    return []
  }

  /// The folder of an upload must be there, unless a step before may make it.
  private func file(_ work: ProvisionerWork) -> Rehearsal {
    guard input.options.string("direction") != "download" else {
      return Rehearsal(limits: ["a download is not rehearsed"])
    }
    let destination = input.text("destination", default: "")
    let isFolder = destination.ends(with: "/")
    guard let folder = isFolder ? destination.withoutSlashesAtEnd : destination.folder else {
      return Rehearsal()
    }
    // What lies directly below the root is not made by making the root.
    let isBelowRoot = folder == ""
    if before.mayHaveMadeFolders || before.made.touches((isBelowRoot ? destination : folder).shown) {
      let limit = "whether folder `\(folder.shown)` will be there: a step before may make it"
      return Rehearsal(limits: isBelowRoot ? [] : [limit])
    }
    var checks: [ContainerRun] = []
    if !isBelowRoot {
      checks.append(
        ContainerRun("test -d '\(folder)'", failure: "there is no folder `\(folder.shown)` for the upload"))
    }
    if uploadsFile, !isFolder {
      checks.append(
        ContainerRun(
          "test ! -d '\(destination)'",
          failure: "`\(destination.shown)` is a folder: a file goes into it where the destination ends in `/`"
        ))
    }
    return Rehearsal(operations: checks.map { .run($0) })
  }

  /// Whether what is uploaded is a file for sure.
  private var uploadsFile: Bool {
    let sources = input.texts("sources") + [input.text("source")].compactMap { $0 }
    return sources.contains { source in
      source.complete.flatMap { input.project.entry($0) }?.kind == .file
    }
  }
}

extension ProvisionerInput {
  /// The component's scripts that were read.
  var scripts: ArraySlice<ProjectScript> { project.scripts(of: reference()) }
}

extension ProjectScript {
  /// Whether it is what an upload carries.
  fileprivate func matches(_ content: FileUpload.Content) -> Bool {
    if case .generated = content { path == nil } else { path != nil }
  }
}

extension ArraySlice {
  /// Takes the first element where it fits.
  fileprivate mutating func popFirst(where fits: (Element) -> Bool) -> Element? {
    guard let first, fits(first) else { return nil }
    return popFirst()
  }
}

extension RunText {
  /// The literal text, with the placeholder for everything else.
  var masked: String {
    parts.map { part in if case .literal(let text) = part { text } else { OptionValue.placeholder } }.joined()
  }
}
