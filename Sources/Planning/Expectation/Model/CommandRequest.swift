/// A command of a spec that is to be run in the image before the spec can be judged.
package struct CommandRequest: Sendable, Hashable {
  /// Unique in its spec.
  package let id: String
  package let call: CommandCall
  /// A container of its own; nil where it runs in the one that all others of the spec share.
  package let sandbox: CommandSandbox?
  /// The ids of commands that are to have ended before this one is started, those included that these wait for.
  package let after: Set<String>

  package init(id: String, call: CommandCall, sandbox: CommandSandbox? = nil, after: Set<String> = []) {
    self.after = after
    self.id = id
    self.call = call
    self.sandbox = sandbox
  }
}
