import RubyEvaluation
import Source

/// What an exception of Chef's own is about, carried by it to whoever tells of it.
final class RaisedFault: RubyPayload {
  let kind: ChefFault.Kind
  /// What of the call is wrong.
  let part: CallPart
  let help: String?
  /// Where it stands, of what is not written in Ruby.
  let location: Location?

  init(_ kind: ChefFault.Kind, in part: CallPart, help: String? = nil) {
    self.kind = kind
    self.part = part
    self.help = help
    location = nil
  }

  init(_ kind: ChefFault.Kind, written location: Location) {
    self.kind = kind
    self.location = location
    part = .head
    help = nil
  }
}

/// What was converted when a cookbook's own code raised an exception.
final class RaisingConversion: RubyPayload {
  let note: String

  init(_ note: String) { self.note = note }
}
