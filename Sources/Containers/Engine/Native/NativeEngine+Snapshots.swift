package import Image

/// Snapshots rest in the store as images of their own purpose, named by their keys.
extension NativeEngine {
  package var snapshots: SnapshotShelf? { SnapshotShelf(in: store) }
}
