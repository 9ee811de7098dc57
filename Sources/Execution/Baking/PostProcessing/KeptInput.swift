import Plan

extension PostProcess {
  /// Whether the artifact that it takes outlives it: its own default, unless the user decides and may.
  var keepsItsInput: Bool {
    let (byDefault, isForced) =
      switch work {
      case .dockerTag, .manifest, .checksum, .shellLocal: (true, true)
      case .dockerPush, .dockerSave, .artifice, .refused, .unsupported, .rehearsed: (true, false)
      case .dockerImport, .compress: (false, false)
      }
    guard let keepsInput else { return byDefault }
    // An explicit `false` is ignored where keeping is forced.
    return keepsInput || (byDefault && isForced)
  }

  /// Whether the image or its files go to other machines or files, so that an unjudged image must not pass.
  var publishes: Bool { if case .dockerTag = work { false } else { true } }

  /// Whether it sends an image off the machine.
  var leavesMachine: Bool { if case .dockerPush = work { true } else { false } }
}
