/// Whether the commands of specs can be run.
package enum CommandAccess: Sendable {
  case runner(CommandRunner)
  /// They cannot, or may not; a clause that completes "cannot tell: …".
  case none(String)
}
