import Packer

extension Step {
  /// All that a step does, in words that are equal only where it is: secrets and values of the run stand by their names.
  package var recipe: String {
    ([id, type] + action.texts.map(\.shown) + [conditions]).joined(separator: "\u{0}")
  }

  /// What beside its texts decides whether it succeeds and what it leaves: pause, time limit and retries, and of every
  /// operation its kind, the codes that it may end with, and all else that is no text.
  package var conditions: String { "\(control) \(action.remainder)" }
}

extension Step.Action {
  /// What of the action is no text.
  fileprivate var remainder: String {
    switch self {
    case .postProcess(let process): "\(process.work.kind) \(process.keepsInput.map(String.init) ?? "")"
    case .start(let start):
      "\(start.privileged) \(start.capabilitiesAdded) \(start.capabilitiesDropped) \(start.fixesUploadOwner) \(start.usesTerminal) \(start.accountName ?? "")"
    case .provision(let operations): operations.remainder
    case .commit, .export, .discard, .makeFile, .unsupported: ""
    }
  }
}

extension [Operation] {
  fileprivate var remainder: String { "[\(map(\.remainder).joined(separator: "; "))]" }
}

extension Operation {
  /// The kind of the operation with what of it is no text.
  fileprivate var remainder: String {
    switch self {
    case .say: "say"
    case .run(let run): "run \(run.remainder)"
    case .runThenAlways(let run, let operations): "run \(run.remainder) then \(operations.remainder)"
    case .runOrElse(let run, let operations): "run \(run.remainder) else \(operations.remainder)"
    case .uploadFile(let upload): "upload \(upload.content.kind) \(upload.mode)"
    case .uploadDirectory(let upload): "upload folder \(upload.contentsOnly)"
    case .uploadPath: "upload path"
    case .download: "download"
    case .runOnHost(let run):
      "host \(run.allowedExitCodes) \(run.environment.map(\.name)) \(run.scriptExtension ?? "") \(run.condition.kind)"
    case .play(let play): "play \(play.environment.map(\.name)) \(play.inventory?.isKept ?? false)"
    case .waitForKey: "key"
    case .sleep(let seconds): "sleep \(seconds)"
    }
  }
}

extension ContainerRun {
  /// What decides whether it succeeds; words for people do not.
  fileprivate var remainder: String {
    "\(allowedExitCodes) \(mayDisconnect) \(retrySeconds) \(user ?? "")"
  }
}

extension FileUpload.Content {
  fileprivate var kind: String {
    switch self {
    case .file: "file"
    case .textFile: "text"
    case .generated: "generated"
    }
  }
}

extension HostRun.Condition {
  fileprivate var kind: String {
    switch self {
    case .always: "always"
    case .listsRoles: "roles"
    case .listsCollections: "collections"
    }
  }
}

extension PostProcess.Work {
  /// Options that are no texts.
  fileprivate var kind: String {
    switch self {
    case .manifest(_, _, let stripsPath, let stripsTime): "\(stripsPath) \(stripsTime)"
    case .compress(_, let format, let level): "\(format ?? "") \(level ?? 0)"
    case .checksum(let files): files.map(\.kind).joined(separator: ",")
    default: ""
    }
  }
}
