/// What an exception carries besides the variables that its class gives it.
package final class RubyExceptionState: RubyPayload {
  /// nil where none was given: then it is the name of the class.
  package var message: RubyValue?
  /// The exception that was being handled when it was raised.
  package var cause: RubyValue = .nil
  /// Where it was raised, and the calls that led there.
  package var places: [RubyPlace] = []
  /// The name that was not found, as Ruby's NameError tells it.
  package internal(set) var name: RubySymbol?
  /// What the name was asked of; nil for a constant.
  package internal(set) var receiver: RubyValue?
  /// What the host knows of it.
  package var detail: (any RubyPayload)?

  package var held: [RubyValue] { [message ?? .nil, cause, receiver ?? .nil] + (detail?.held ?? []) }

  package init(_ message: String) { self.message = .string(RubyString(Array(message.utf8), at: nil)) }

  package init(message: RubyValue?) { self.message = message }
}
