/// Whether images may be started, to see them run.
package enum StartAccess: Sendable {
  case starter(ImageStarter)
  /// They cannot, or may not; a clause that completes "cannot tell: …".
  case none(String)
}
