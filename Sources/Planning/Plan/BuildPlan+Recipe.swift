import Packer

extension Step {
  /// All that a step does, in words that are equal only where it is: secrets and values of the run stand by their names.
  package var recipe: String {
    ([id, type] + action.texts.map(\.shown) + [action.remainder]).joined(separator: "\u{0}")
  }
}

extension Step.Action {
  /// What of the action is no text.
  fileprivate var remainder: String {
    switch self {
    case .postProcess(let process): "\(process.work.kind) \(process.keepsInput.map(String.init) ?? "")"
    case .start(let start):
      "\(start.privileged) \(start.capabilitiesAdded) \(start.capabilitiesDropped) \(start.fixesUploadOwner) \(start.accountName ?? "")"
    case .provision, .commit, .export, .discard, .makeFile, .unsupported: ""
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
