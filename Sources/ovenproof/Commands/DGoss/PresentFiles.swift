import Engine
import Image
import Verification

/// The files of a running container as they are at the time of asking: seen from here, else those of images that are made of it for
/// that, which have neither its mounts nor its sockets.
actor PresentFiles {
  private let container: any RunningContainer
  private let engine: any ContainerEngine
  private let image: String
  private var made: [EngineImage] = []

  /// `image` names what the container was started from.
  init(container: any RunningContainer, engine: any ContainerEngine, image: String) {
    self.container = container
    self.engine = engine
    self.image = image
  }

  /// What cannot be had is not told: the image's own files may have changed since.
  func view() async -> any ImageView {
    // Nobody looks at an earlier one any longer.
    await forget()
    do throws(EngineError) {
      if let files = try await container.files() { return files }
      let now = try await container.commit(ImageCommit())
      made.append(now)
      return try await engine.view(now)
    } catch {
      return UnknownImage(image, because: "the container's files cannot be had: \(error.message)")
    }
  }

  /// Removes the images.
  func forget() async {
    for image in made { try? await engine.remove(image.id) }
    made = []
  }
}
