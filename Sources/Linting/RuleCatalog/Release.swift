/// The release that this is.
package enum Release {
  /// The version that `--version` prints and reports carry.
  package static let version = "0.1.0"
}
