/// The content of one regular file of one layer, whether or not it is to be seen in the image.
package struct LayerContent: Sendable {
  /// The number of its layer, from the bottom and from 0.
  package let layer: Int
  /// Absolute; the first of its names.
  package let path: String
  package let size: Int
  /// Whether the image still shows it by one of its names.
  package let isShown: Bool
  /// Of its first name.
  let record: LayerRecord
}
