import Chef
import Packer

extension BuildPlan {
  /// Every secret that a step of the build would use, for masking what it prints.
  package var secrets: Set<String> {
    var found = Set(base?.reference.secrets ?? [])
    for step in steps + [errorCleanup].compactMap({ $0 }) {
      found.formUnion(step.action.texts.flatMap(\.secrets))
      found.formUnion((step.rehearsal.operations + step.rehearsal.trial).flatMap(\.texts).flatMap(\.secrets))
      found.formUnion(step.compilation?.secrets ?? [])
    }
    return found
  }
}

extension Step.Action {
  /// Every text of the action.
  var texts: [RunText] {
    switch self {
    case .start(let start):
      [start.image] + start.runArguments + start.devices + start.tmpfs
        + start.volumes.flatMap { [$0.host, $0.container] }
        + [start.execUser, start.sharedFolder].compactMap { $0 }
        + (start.login?.texts ?? [])
    case .provision(let operations): operations.flatMap(\.texts)
    case .commit(let commit): [commit.author, commit.message].compactMap { $0 } + commit.changes
    case .export(let path): [path]
    case .makeFile(let making): making.texts
    case .discard, .unsupported: []
    case .postProcess(let process): process.work.texts
    }
  }
}

extension Operation {
  /// Every text of the operation.
  var texts: [RunText] {
    switch self {
    case .say(let text): [text]
    case .run(let run): [run.command]
    case .runThenAlways(let run, let operations): [run.command] + operations.flatMap(\.texts)
    case .uploadFile(let upload): [upload.content.text, upload.destination]
    case .uploadDirectory(let upload): [upload.source, upload.destination]
    case .uploadPath(let source, let destination), .download(let source, let destination):
      [source, destination]
    case .runOrElse(let run, let operations): [run.command] + operations.flatMap(\.texts)
    case .runOnHost(let run): run.texts
    case .play(let play):
      play.arguments + play.environment.map(\.value) + play.containerNames
        + [play.inventory?.content, play.inventory?.folder].compactMap { $0 }
    case .waitForKey(let note): [note]
    case .sleep: []
    }
  }
}

extension FileUpload.Content {
  /// The path or the text itself.
  fileprivate var text: RunText {
    switch self {
    case .file(let text), .textFile(let text), .generated(let text): text
    }
  }
}

extension FileMaking {
  fileprivate var texts: [RunText] {
    switch content {
    case .copy(let path): [path, target]
    case .text(let text): [text, target]
    }
  }
}

extension HostRun {
  fileprivate var texts: [RunText] { arguments + environment.map(\.value) + [script].compactMap { $0 } }
}

extension RegistryLogin {
  fileprivate var texts: [RunText] { [server, user, password].compactMap { $0 } }
}

extension PostProcess.Work {
  fileprivate var texts: [RunText] {
    switch self {
    case .dockerTag(let repository, let tags): [repository] + tags
    case .dockerSave(let path): [path]
    case .dockerPush(let login): login?.texts ?? []
    case .dockerImport(let repository, let tag, let changes): [repository] + [tag].compactMap { $0 } + changes
    case .manifest(let output, let customData, _, _): [output] + customData.map(\.value)
    case .checksum(let files): files.map(\.output)
    case .compress(let output, _, _): [output]
    case .artifice(let patterns): patterns
    case .shellLocal(let runs): runs.flatMap(\.texts)
    case .refused, .unsupported, .rehearsed: []
    }
  }
}
