/** The main job from one command: builds its phantom or takes the user's data, and goes through the plugin's own doors. */
package hounsfield.demo;
