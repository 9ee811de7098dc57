import Image

/// What the original says where its way to the image ends, by the way that it would take.
struct OriginalWords {
  private let driver: StructureTestSettings.Driver
  /// Stands for the name of the container that the original would have made; there is none here.
  private let container: String

  init(_ image: any ImageView, _ settings: StructureTestSettings) {
    driver = settings.driver
    container = image.digest?.hex ?? String(repeating: "0", count: 64)
  }

  private enum Call: String { case lstat, open }

  /// Nothing is at a path that is looked at.
  func absent(_ path: String) -> String { driver == .docker ? unfound(path) : host(.lstat, path) }

  /// Nothing is at a path that is read.
  func unreadable(_ path: String) -> String { driver == .docker ? unfound(path) : host(.open, path) }

  /// A pipe or a device, which the archives that the original reads do not hold.
  func unseen(_ path: String) -> String {
    driver == .docker ? "File \(path) not found in image" : host(.lstat, path)
  }

  func circular(_ path: String) -> String {
    driver == .docker
      ? "\(Self.retrieving) API error (500): evalSymlinksInScope: too many links in \(path)"
      : "lstat \(rooted(path)): too many levels of symbolic links"
  }

  func noFolder(_ path: String) -> String {
    driver == .docker
      ? "\(Self.retrieving) API error (500): lstat \(path): not a directory"
      : "lstat \(rooted(path)): not a directory"
  }

  /// A path is empty, often since a variable that it begins with is not set.
  var nameless: String {
    driver == .docker
      ? "\(Self.retrieving) API error (400): bad parameter: pathcannot be empty" : host(.lstat, "")
  }

  func folder(_ path: String) -> String {
    driver == .docker
      ? "Cannot read specified path: \(path) is a directory, not a file"
      : "read \(rooted(path)): is a directory"
  }

  private static let retrieving = "Error retrieving file from container:"

  private func unfound(_ path: String) -> String {
    "\(Self.retrieving) API error (404): Could not find the file \(path) in container \(container)"
  }

  private func host(_ call: Call, _ path: String) -> String {
    "\(call.rawValue) \(rooted(path)): no such file or directory"
  }

  /// The tar driver unpacks the image into a folder.
  private func rooted(_ path: String) -> String {
    driver == .tar ? "/tmp/extracttar0" + CreatedContainer.clean(path) : path
  }
}
