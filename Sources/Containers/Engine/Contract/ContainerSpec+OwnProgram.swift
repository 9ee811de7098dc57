import Image

extension ContainerSpec {
  /// The words of the program that a container of an image is started for, by docker's rules.
  func ownProgram(of image: ImageConfiguration) -> [String] {
    if let entrypoint { return entrypoint + (command ?? []) }
    return (image.entrypoint ?? []) + (command ?? image.command ?? [])
  }
}
