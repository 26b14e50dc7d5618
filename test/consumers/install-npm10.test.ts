import { installsFromGit } from './npm-install.ts';

installsFromGit('npm10');
