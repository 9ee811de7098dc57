import Image

/// Keeps an image in its engine's store as long as it lives.
package final class ImageHold: Sendable {
  private let lease: ImageLease

  init(_ lease: consuming ImageLease) { self.lease = lease }
}
