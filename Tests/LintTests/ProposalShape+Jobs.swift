extension ProposalShape {
  /// Calls in the jobs of forges.
  static let forges = [
    ProposalShape(
      "GitLab's variables, those of a job before those of all",
      packer(
        ".gitlab-ci.yml",
        "variables: {ENV: prod}\na:\n  script: [\"packer build -var-file=packer/${ENV}.json packer/web.json\"]\n"
          + "b:\n  variables: {ENV: test}\n  script: [\"packer build -var-file=packer/$ENV.json packer/web.json\"]\n"
      ),
      [
        "# .gitlab-ci.yml:3 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/prod.json]", "# .gitlab-ci.yml:6 builds it so", "- path: packer/web.json",
        "working-directory: .", "var-files: [packer/test.json]",
      ]),
    ProposalShape(
      "a workflow's variables and inputs",
      packer(
        ".github/workflows/image.yml",
        "env: {ENV: prod}\njobs:\n  a:\n    steps:\n    - run: packer build -var-file=packer/${{ env.ENV }}.json packer/web.json\n"
          + "    - run: packer build -var-file=packer/${{ inputs.env }}.json packer/web.json\n"),
      [
        "# .github/workflows/image.yml:5 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/prod.json]",
        "# .github/workflows/image.yml:6 names `packer/${{inputs.env}}.json` for packer/web.json, which only the run knows: write an entry for each value",
      ]),
    ProposalShape(
      "GitLab changes the folder before the script",
      packer(
        ".gitlab-ci.yml",
        "image:\n  before_script:\n    - cd packer\n  script:\n    - packer validate -var-file=prod.json web.json\nother:\n  script: [\"packer build packer/web.json\"]\n"
      ),
      [
        "# .gitlab-ci.yml:5 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]", "# .gitlab-ci.yml:7 builds it so", "- path: packer/web.json",
        "working-directory: .",
      ]),
    ProposalShape(
      "a step of GitHub names its folder behind its call",
      packer(
        ".github/workflows/image.yml",
        "jobs:\n  image:\n    steps:\n      - run: |\n          packer version\n          packer build -var-file=prod.json web.json\n        working-directory: packer\n      - run: packer validate packer/web.json\n"
      ),
      [
        "# .github/workflows/image.yml:6 builds it so", "- path: packer/web.json",
        "working-directory: packer", "var-files: [packer/prod.json]",
        "# .github/workflows/image.yml:8 builds it so", "- path: packer/web.json", "working-directory: .",
      ]),
    ProposalShape(
      "a workflow of GitHub names a folder for all its steps",
      packer(
        ".github/workflows/image.yaml",
        "defaults: {run: {working-directory: ./packer}}\njobs:\n  image:\n    steps: [{run: packer build web.json}]\n"
      ),
      [
        "# .github/workflows/image.yaml:4 builds it so", "- path: packer/web.json",
        "working-directory: packer",
      ]),
    ProposalShape(
      "Azure Pipelines",
      packer(
        "azure-pipelines.yml",
        "steps:\n- script: packer build -var-file=prod.json web.json\n  workingDirectory: $(Build.SourcesDirectory)/packer\n"
      ),
      [
        "# azure-pipelines.yml:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "CircleCI",
      packer(
        ".circleci/config.yml",
        "jobs:\n  image:\n    steps:\n    - checkout\n    - run:\n        command: packer build -var-file=prod.json web.json\n        working_directory: packer\n"
      ),
      [
        "# .circleci/config.yml:6 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "CodeBuild",
      packer(
        "buildspec.yml",
        "phases:\n  build:\n    commands:\n    - cd packer\n    - packer build -var-file=prod.json web.json\n"
      ),
      [
        "# buildspec.yml:5 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "Cloud Build",
      packer(
        "cloudbuild.yaml",
        "steps:\n- name: gcr.io/x/packer\n  dir: packer\n  args: [build, -var-file=prod.json, web.json]\n"),
      [
        "# cloudbuild.yaml:4 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "Drone",
      packer(
        ".drone.yml",
        "steps:\n- name: image\n  commands:\n  - cd packer && packer build -var-file=prod.json web.json\n"),
      [
        "# .drone.yml:4 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "Bitbucket",
      packer(
        "bitbucket-pipelines.yml",
        "pipelines:\n  default:\n  - step:\n      script:\n      - cd packer\n      - packer build -var-file=prod.json web.json\n"
      ),
      [
        "# bitbucket-pipelines.yml:6 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
  ]

  /// Calls in Jenkinsfiles.
  static let pipelines = [
    ProposalShape(
      "Jenkins's parameters",
      packer(
        "Jenkinsfile",
        "node { sh \"packer build -var-file=packer/${params.ENV}.json packer/web.json\"\n sh 'packer build packer/web.json' }\n"
      ),
      [
        "# Jenkinsfile:2 builds it so", "- path: packer/web.json", "working-directory: .",
        "# Jenkinsfile:1 names `packer/${params.ENV}.json` for packer/web.json, which only the run knows: write an entry for each value",
      ]),
    ProposalShape(
      "Jenkins's environment",
      packer(
        "Jenkinsfile",
        "pipeline {\n  environment {\n    STAGE = 'prod'\n    KEY = credentials('x')\n  }\n  stages { stage('a') { steps { sh \"packer build -var-file=packer/${STAGE}.json packer/web.json\" } } }\n}\n"
      ),
      [
        "# Jenkinsfile:6 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "Jenkins's environment differs from stage to stage",
      packer(
        "Jenkinsfile",
        "stage('a') { environment { STAGE = 'prod' }\n steps { sh \"packer build -var-file=packer/${env.STAGE}.json packer/web.json\" } }\nstage('b') { environment { STAGE = 'test' } }\n"
      ),
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: packer/web.json",
        "working-directory: packer",
        "# Jenkinsfile:2 names `packer/${env.STAGE}.json` for packer/web.json, which only the run knows: write an entry for each value",
      ]),
    ProposalShape(
      "a Jenkinsfile goes into a folder on one line",
      packer(
        "Jenkinsfile",
        "pipeline { stages { stage('a') { steps { dir('packer') { sh 'packer build -var-file=prod.json web.json' } } } } }\nnode { sh \"packer validate packer/web.json\" }\n"
      ),
      [
        "# Jenkinsfile:1 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]", "# Jenkinsfile:2 builds it so", "- path: packer/web.json",
        "working-directory: .",
      ]),
    ProposalShape(
      "Jenkins goes into a folder",
      packer(
        "Jenkinsfile",
        "stage('x') {\n  dir('packer') {\n    sh 'packer build -var-file=prod.json web.json'\n  }\n  sh 'packer build web.json'\n}\n"
      ),
      [
        "# Jenkinsfile:3 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
  ]
}
