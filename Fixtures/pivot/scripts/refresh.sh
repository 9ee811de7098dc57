#!/bin/sh
# Fetches the lists of packages, so that the next steps can install.
set -eu
apt-get -q update
