import RubyEvaluation

/// What an exception of Chef's own is about, carried by it to whoever tells of it.
final class RaisedFault: RubyPayload {
  let kind: ChefFault.Kind
  /// What of the call is wrong.
  let part: CallPart
  let help: String?

  init(_ kind: ChefFault.Kind, in part: CallPart, help: String? = nil) {
    self.kind = kind
    self.part = part
    self.help = help
  }
}
